package org.panbao.scoring;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Text;

/**
 * A gate that fired.
 *
 * @param subject question, system or fact that made it fire
 * @param points added to the referral score; 0 unless the effect is {@code REFER}
 * @param dueDays days to prove the fix or meet the condition; null where there is none
 * @param items cover items blocked
 */
public record Gate(
        String ruleId,
        GateEffect effect,
        String subject,
        Text reason,
        int points,
        @Nullable Integer dueDays,
        List<String> items) {
    public Gate {
        items = List.copyOf(items);
    }
}
