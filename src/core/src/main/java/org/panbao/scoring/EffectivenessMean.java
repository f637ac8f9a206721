package org.panbao.scoring;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.panbao.rulebook.Question.AskedIf;
import org.panbao.scoring.Contribution.Kind;

/**
 * Control effectiveness before caps. Controls that are asked for only because of an exposure count in it where they lower it:
 * who has an exposure is never thought better controlled for it. Each exposure is looked at by itself, so that a well
 * controlled one does not make up for another.
 */
final class EffectivenessMean {

    private static final int PERCENT_SCALE = 2;

    private final List<DimensionScore> dimensions;
    private final ScoringTables tables;

    private EffectivenessMean(List<DimensionScore> dimensions, ScoringTables tables) {
        this.dimensions = List.copyOf(dimensions);
        this.tables = tables;
    }

    /** In percent, 0–100, two decimals. */
    static BigDecimal of(List<DimensionScore> dimensions, ScoringTables tables) {
        return new EffectivenessMean(dimensions, tables).lowest();
    }

    private BigDecimal lowest() {
        BigDecimal lowest = mean(control -> tables.control(control.id()).exposure() == null);
        for (AskedIf exposure : exposures()) {
            lowest = lowest.min(mean(control -> {
                AskedIf askedIf = tables.control(control.id()).exposure();
                return askedIf == null || askedIf == exposure;
            }));
        }
        return lowest;
    }

    private Set<AskedIf> exposures() {
        Set<AskedIf> exposures = EnumSet.noneOf(AskedIf.class);
        for (DimensionScore dimension : dimensions) {
            controls(dimension).forEach(control -> {
                AskedIf exposure = tables.control(control.id()).exposure();
                if (exposure != null) {
                    exposures.add(exposure);
                }
            });
        }
        return exposures;
    }

    private BigDecimal mean(Predicate<Contribution> counts) {
        List<DimensionScore> counted = new ArrayList<>();
        for (DimensionScore dimension : dimensions) {
            List<Contribution> controls = controls(dimension);
            List<Contribution> kept = controls.stream().filter(counts).toList();
            if (kept.size() == controls.size()) {
                counted.add(dimension);
            } else if (!kept.isEmpty()) {
                counted.add(dimension.with(effectiveness(kept)));
            }
        }
        return WeightedMean.of(
                counted,
                DimensionScore::effectivenessWeight,
                dimension -> dimension.effectiveness().movePointRight(2),
                PERCENT_SCALE);
    }

    private static List<Contribution> controls(DimensionScore dimension) {
        return dimension.contributions().stream()
                .filter(part -> part.kind() == Kind.CONTROL)
                .toList();
    }

    private static BigDecimal effectiveness(List<Contribution> controls) {
        BigDecimal credit = BigDecimal.ZERO;
        BigDecimal weight = BigDecimal.ZERO;
        for (Contribution control : controls) {
            credit = credit.add(control.value().multiply(control.weight()));
            weight = weight.add(control.weight());
        }
        return credit.divide(weight, DimensionScorer.EFFECTIVENESS_SCALE, RoundingMode.HALF_UP);
    }
}
