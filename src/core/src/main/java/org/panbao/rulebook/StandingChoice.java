package org.panbao.rulebook;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Text;

/**
 * A value that an insurer chooses for a row once and for all, with its reason; used only by quotes that ask for it.
 *
 * @param cover the one cover it holds for; null for all covers of the coefficient
 * @param keyStated true when it holds only where somebody stated what selects the row, false when it holds only where
 *     the product's default selects it; null for both
 */
public record StandingChoice(
        String id,
        String coefficient,
        @Nullable String cover,
        String row,
        @Nullable Boolean keyStated,
        BigDecimal value,
        Text reason,
        String evidence,
        String source) {}
