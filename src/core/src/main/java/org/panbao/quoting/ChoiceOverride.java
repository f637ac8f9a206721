package org.panbao.quoting;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
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
        List<ChoiceOverride> overrides = new ArrayList<>();
        for (ChoiceUsed choice : rating.choices()) {
            BigDecimal old = choice.placedValue() == null ? choice.standingValue() : choice.placedValue();
            boolean differs = old == null || old.compareTo(choice.value()) != 0;
            if (!choice.standing() && differs) {
                overrides.add(new ChoiceOverride(choice, old, needed.at(position(choice)), held));
            }
        }
        return overrides;
    }
}
