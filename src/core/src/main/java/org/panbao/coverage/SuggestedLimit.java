package org.panbao.coverage;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Text;

/**
 * A limit and what it rests on.
 *
 * @param amountCny the suggestion, rounded down to the step of the release
 * @param bound which cap bound
 * @param anchorCny the item's share of the aggregate that the market anchors
 * @param insurableValueCny what could be lost at most; null where the item has no such value or its figures are missing
 */
public record SuggestedLimit(
        BigDecimal amountCny,
        Bound bound,
        BigDecimal anchorCny,
        @Nullable BigDecimal insurableValueCny,
        Text reason) {

    /** What held the limit down. */
    public enum Bound {
        ANCHOR,
        INSURABLE_VALUE,
        /** The anchor, because the figures for the insurable value are missing. */
        INSURABLE_VALUE_UNKNOWN
    }
}
