package org.panbao.rulebook;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Where and how a filing rounds: digits after the point, and the way of rounding. */
public record RoundingRule(int scale, RoundingMode mode) {

    public BigDecimal apply(BigDecimal value) {
        return value.setScale(scale, mode);
    }

    /** The smallest step between two rounded values: 0.0001 for a scale of four. */
    public BigDecimal quantum() {
        return BigDecimal.ONE.movePointLeft(scale);
    }
}
