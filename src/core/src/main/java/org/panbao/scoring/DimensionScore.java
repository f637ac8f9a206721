package org.panbao.scoring;

import java.math.BigDecimal;
import java.util.List;
import org.panbao.base.Text;

/**
 * The risk of one dimension.
 *
 * @param weight weight in the overall score
 * @param effectivenessWeight weight in control effectiveness; zero where a filed row is not to read the dimension
 * @param inherent risk before controls, 0–100, two decimals
 * @param effectiveness share of it that controls take away, 0–1, six decimals
 * @param residual {@code inherent × (1 − effectiveness)}, 0–100, two decimals, half up
 */
public record DimensionScore(
        String dimension,
        Text name,
        BigDecimal weight,
        BigDecimal effectivenessWeight,
        BigDecimal inherent,
        BigDecimal effectiveness,
        BigDecimal residual,
        List<Contribution> contributions) {
    public DimensionScore {
        contributions = List.copyOf(contributions);
    }

    DimensionScore with(BigDecimal otherEffectiveness) {
        return new DimensionScore(
                dimension, name, weight, effectivenessWeight, inherent, otherEffectiveness, residual, contributions);
    }
}
