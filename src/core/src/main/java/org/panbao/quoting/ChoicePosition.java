package org.panbao.quoting;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.panbao.rating.RatingResult;
import org.panbao.rating.RatingResult.ChoiceUsed;
import org.panbao.rulebook.Interval;

/** How low inside their filed rows the free choices of a calculation stand. */
final class ChoicePosition {

    private ChoicePosition() {}

    /**
     * Position of the lowest free choice, 0 to 1. A standing choice is not free, and one that changes nothing is no
     * departure; without any it is 1.
     */
    static BigDecimal lowest(RatingResult rating) {
        return rating.choices().stream()
                .filter(choice -> !choice.standing() && departs(choice))
                .map(ChoicePosition::of)
                .reduce(BigDecimal.ONE, BigDecimal::min);
    }

    private static boolean departs(ChoiceUsed choice) {
        BigDecimal placed = choice.placedValue();
        return placed == null || placed.compareTo(choice.value()) != 0;
    }

    private static BigDecimal of(ChoiceUsed choice) {
        Interval row = choice.values();
        BigDecimal low = row.low();
        BigDecimal high = row.high();
        if (low == null || high == null || low.compareTo(high) == 0) {
            return BigDecimal.ONE;
        }
        return choice.value()
                .subtract(low)
                .divide(high.subtract(low), MathContext.DECIMAL64)
                .setScale(4, RoundingMode.HALF_UP);
    }
}
