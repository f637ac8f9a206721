package org.panbao.rulebook;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A range of numbers whose ends each belong to it or not, as filings write them: {@code (50, 100]}.
 *
 * @param low lower end, or null when there is none
 * @param high upper end, or null when there is none
 */
public record Interval(
        @Nullable BigDecimal low,
        boolean lowIncluded,
        @Nullable BigDecimal high,
        boolean highIncluded) {

    /** The single number {@code value}. */
    public static Interval point(BigDecimal value) {
        return new Interval(value, true, value, true);
    }

    /** Both ends included. */
    public static Interval closed(BigDecimal low, BigDecimal high) {
        return new Interval(low, true, high, true);
    }

    public boolean isPoint() {
        return low != null && high != null && low.compareTo(high) == 0;
    }

    /** No number lies inside: the ends cross, or meet without both being included. */
    public boolean isEmpty() {
        if (low == null || high == null) {
            return false;
        }
        int order = low.compareTo(high);
        return order > 0 || (order == 0 && !(lowIncluded && highIncluded));
    }

    public boolean contains(BigDecimal value) {
        return startsAtOrBefore(value) && endsAtOrAfter(value);
    }

    /** The smallest interval that holds both; what lies between them is inside. */
    public Interval hull(Interval other) {
        boolean ownLow = low == null || (other.low != null && startsAtOrBefore(other.low));
        boolean ownHigh = high == null || (other.high != null && endsAtOrAfter(other.high));
        return new Interval(
                ownLow ? low : other.low,
                ownLow ? lowIncluded : other.lowIncluded,
                ownHigh ? high : other.high,
                ownHigh ? highIncluded : other.highIncluded);
    }

    boolean startsAtOrBefore(BigDecimal value) {
        if (low == null) {
            return true;
        }
        int order = low.compareTo(value);
        return order < 0 || (order == 0 && lowIncluded);
    }

    boolean endsAtOrAfter(BigDecimal value) {
        if (high == null) {
            return true;
        }
        int order = high.compareTo(value);
        return order > 0 || (order == 0 && highIncluded);
    }

    /**
     * The smallest value that can be chosen: the lower end, or one {@code quantum} above it when the end does not belong.
     * Throws when there is no lower end.
     */
    public BigDecimal smallest(BigDecimal quantum) {
        BigDecimal end = bounded(low);
        return lowIncluded ? end : end.add(quantum);
    }

    /** The largest value that can be chosen: the upper end, or one {@code quantum} below it. */
    public BigDecimal largest(BigDecimal quantum) {
        BigDecimal end = bounded(high);
        return highIncluded ? end : end.subtract(quantum);
    }

    private static BigDecimal bounded(@Nullable BigDecimal end) {
        if (end == null) {
            throw new IllegalStateException("an interval of values needs both ends");
        }
        return end;
    }

    /** In the notation of the filings, for example {@code (50, 100]} or {@code [0.5, ∞)}. */
    @Override
    public String toString() {
        String left = low == null ? "(-∞" : (lowIncluded ? "[" : "(") + low.toPlainString();
        String right = high == null ? "∞)" : high.toPlainString() + (highIncluded ? "]" : ")");
        return left + ", " + right;
    }
}
