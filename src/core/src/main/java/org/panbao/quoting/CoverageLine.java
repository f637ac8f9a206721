package org.panbao.quoting;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Text;
import org.panbao.coverage.ItemAdvice;
import org.panbao.rulebook.CoverStatus;

/**
 * A cover item in the answer to a quote.
 *
 * @param advice what is advised, with the deductible and waiting time that the product can take
 * @param status what this product can pay under the item, on today's facts
 * @param carriedBy cover of the product that pays the item; null when the product has none
 * @param availability what becomes of the item in this quote
 * @param insured the terms that were priced; null unless the item is insured. Of a schedule those of the insured with the
 *     greatest limit
 * @param notPaidTo insureds of a schedule to whom it could not be paid and who are not charged for it, while others are
 */
public record CoverageLine(
        ItemAdvice advice,
        CoverStatus status,
        @Nullable String carriedBy,
        Availability availability,
        Text note,
        @Nullable InsuredTerms insured,
        List<String> notPaidTo) {

    public CoverageLine {
        notPaidTo = List.copyOf(notPaidTo);
    }

    /** What becomes of a wanted or advised item. */
    public enum Availability {
        /** Paid under a cover that is priced in this quote. */
        INSURED,
        /** The product could carry it, but its cover is not asked for. */
        OFFERED,
        /** Wanted or advised, but this product does not carry it. */
        ADVISED_NOT_AVAILABLE,
        /** Blocked by a gate, or nothing could be paid for it on today's facts. */
        DROPPED
    }
}
