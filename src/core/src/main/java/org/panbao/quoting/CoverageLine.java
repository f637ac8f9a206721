package org.panbao.quoting;

import org.jspecify.annotations.Nullable;
import org.panbao.base.Text;

/**
 * A cover item in the answer to a quote.
 *
 * @param carriedBy cover of the product that pays the item; null when the product has none
 * @param availability what becomes of the item in this quote
 */
public record CoverageLine(String item, @Nullable String carriedBy, Availability availability, Text note) {

    /** What becomes of a wanted or advised item. */
    public enum Availability {
        /** Priced in this quote. */
        INSURED,
        /** Advised, and the product could carry it, but it is not asked for. */
        OFFERED,
        /** Wanted or advised, but no product here carries it. */
        ADVISED_NOT_AVAILABLE,
        /** Dropped: blocked by a gate, or it could never be paid on today's facts. */
        DROPPED
    }
}
