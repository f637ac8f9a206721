package org.panbao.scoring;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;

/** The mean of a figure over dimensions, weighted as their table says, rounded half up. */
final class WeightedMean {

    private WeightedMean() {}

    static BigDecimal of(List<DimensionScore> dimensions, Function<DimensionScore, BigDecimal> figure, int scale) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal weights = BigDecimal.ZERO;
        for (DimensionScore dimension : dimensions) {
            sum = sum.add(figure.apply(dimension).multiply(dimension.weight()));
            weights = weights.add(dimension.weight());
        }
        return sum.divide(weights, scale, RoundingMode.HALF_UP);
    }
}
