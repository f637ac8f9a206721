package org.panbao.rating;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.panbao.rating.Step.RowHit;
import org.panbao.rating.Trace.Value;
import org.panbao.rulebook.Coefficient;

/**
 * A coefficient as it stands for one cover, or for all when {@code cover} is null.
 *
 * @param hit the row it was read from
 * @param value the register that holds its value; null while it has to be chosen
 * @param lowest smallest value that the filed row allows
 * @param highest largest value that the filed row allows
 */
record Factor(
        Coefficient coefficient,
        @Nullable String cover,
        RowHit hit,
        @Nullable Value value,
        BigDecimal lowest,
        BigDecimal highest) {

    /** Name of the register of a coefficient. */
    static String register(Coefficient coefficient, @Nullable String cover) {
        return cover == null ? coefficient.id() : coefficient.id() + "@" + cover;
    }
}
