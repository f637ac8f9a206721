package org.panbao.scoring;

import java.math.BigDecimal;
import java.util.List;

/**
 * How much the controls achieve as a whole: what a tariff's row on security management reads, and nothing else does.
 *
 * @param beforeCaps weighted mean of the dimensions' effectiveness in percent, 0–100, two decimals, in which
 *     what is asked only because of an exposure can lower and not raise
 * @param percent the same held under every cap
 * @param caps the caps that apply, whether or not they bind
 */
public record ControlEffectiveness(BigDecimal beforeCaps, BigDecimal percent, List<EffectivenessCap> caps) {
    public ControlEffectiveness {
        caps = List.copyOf(caps);
    }
}
