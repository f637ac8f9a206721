package org.panbao.quoting;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.panbao.quoting.AuthorityMatrix.Authority;
import org.panbao.rating.RatingResult;
import org.panbao.rating.RatingResult.ChoiceUsed;
import org.panbao.rulebook.Interval;

/**
 * A value that a person put in place of what would have stood.
 *
 * @param oldValue what would have stood: placed by the row's key or the score, else the standing choice; null when the
 *     coefficient would have been open
 * @param needed least authority that may choose so low in the row, for this sum insured
 * @param held authority of whoever asked
 */
public record ChoiceOverride(ChoiceUsed choice, @Nullable BigDecimal oldValue, Authority needed, Authority held) {

    /** Whether whoever asked may decide it alone. */
    public boolean isWithinAuthority() {
        return held.covers(needed);
    }

    /** Position of a choice inside its row, 0 at the low end and 1 at the high end; 1 in a row of one value. */
    static BigDecimal position(ChoiceUsed choice) {
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

    /** Reads the authority that a choice at a position needs. */
    interface Needed {
        Authority at(BigDecimal position);
    }

    /** The choices of persons that differ from what would have stood. */
    static List<ChoiceOverride> of(RatingResult rating, Needed needed, Authority held) {
        return rating.choices().stream()
                .filter(ChoiceOverride::departs)
                .map(choice -> new ChoiceOverride(choice, otherwise(choice), needed.at(position(choice)), held))
                .toList();
    }

    /** Position of the lowest choice that departs from what would have stood; 1 without any. */
    static BigDecimal lowestPosition(RatingResult rating) {
        return rating.choices().stream()
                .filter(ChoiceOverride::departs)
                .map(ChoiceOverride::position)
                .reduce(BigDecimal.ONE, BigDecimal::min);
    }

    /** A standing choice is nobody's departure, and a choice that changes nothing is none. */
    private static boolean departs(ChoiceUsed choice) {
        BigDecimal old = otherwise(choice);
        return !choice.standing() && (old == null || old.compareTo(choice.value()) != 0);
    }

    private static @Nullable BigDecimal otherwise(ChoiceUsed choice) {
        return choice.placedValue() == null ? choice.standingValue() : choice.placedValue();
    }
}
