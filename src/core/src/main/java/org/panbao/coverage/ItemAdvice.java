package org.panbao.coverage;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Text;
import org.panbao.rulebook.CoverStatus;

/**
 * Advice on one cover item.
 *
 * @param item code of the catalogue, P01–P16 or L01–L07; or what was wanted, when the catalogue has no such item
 * @param line null when the catalogue has no such item
 * @param wanted the plan asks for it
 * @param limit null when nothing could be paid
 * @param sublimitPercent share of the limit beyond which this item does not pay; null without sublimit
 * @param deductiblePercent share of each loss the insured bears; null where a waiting time stands in its place
 * @param waitingHours hours before an interruption counts; null where it does not apply
 */
public record ItemAdvice(
        String item,
        Text name,
        @Nullable Line line,
        boolean wanted,
        CoverStatus status,
        @Nullable SuggestedLimit limit,
        @Nullable BigDecimal sublimitPercent,
        @Nullable BigDecimal deductiblePercent,
        @Nullable BigDecimal waitingHours,
        List<Term> terms,
        List<AdviceReason> reasons) {

    public ItemAdvice {
        terms = List.copyOf(terms);
        reasons = List.copyOf(reasons);
    }

    /** Exclusions, warranties or conditions of this item. */
    public List<Term> terms(Term.Kind kind) {
        return terms.stream().filter(term -> term.kind() == kind).toList();
    }
}
