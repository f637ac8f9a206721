package org.panbao.scoring;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;

/** The weighted mean of a figure over dimensions, rounded half up. */
final class WeightedMean {

    private WeightedMean() {}

    static BigDecimal of(
            List<DimensionScore> dimensions,
            Function<DimensionScore, BigDecimal> weightOf,
            Function<DimensionScore, BigDecimal> figure,
            int scale) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal weights = BigDecimal.ZERO;
        for (DimensionScore dimension : dimensions) {
            BigDecimal weight = weightOf.apply(dimension);
            sum = sum.add(figure.apply(dimension).multiply(weight));
            weights = weights.add(weight);
        }
        return sum.divide(weights, scale, RoundingMode.HALF_UP);
    }
}
