package org.panbao.scoring;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.panbao.profile.EnterpriseFact;
import org.panbao.profile.Plan.AnswerState;
import org.panbao.profile.Profile;
import org.panbao.rulebook.Hit.InherentHit;

/**
 * {@code residual = inherent × (1 − effectiveness)} for each dimension that applies. Inherent risk is the dimension's
 * base and the points of every rule that hit, each rule once, at most 100. Effectiveness is the mean credit of its
 * controls, weighted; controls that do not apply leave the mean.
 */
final class DimensionScorer {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    static final int EFFECTIVENESS_SCALE = 6;

    private final Dimension dimension;
    private final BigDecimal dimensionWeight;
    private final List<Contribution> contributions = new ArrayList<>();
    private BigDecimal inherent = BigDecimal.ZERO;
    private BigDecimal credit = BigDecimal.ZERO;
    private BigDecimal weight = BigDecimal.ZERO;

    private DimensionScorer(Dimension dimension, BigDecimal dimensionWeight) {
        this.dimension = dimension;
        this.dimensionWeight = dimensionWeight;
    }

    /** What each answer of a profile is worth; what does not apply is worth nothing and weighs nothing. */
    static List<Contribution> controls(Profile profile, ScoringTables tables) {
        return profile.answers().stream()
                .filter(answer -> answer.state() != AnswerState.NOT_APPLICABLE)
                .map(answer -> tables.control(answer.questionId()).contribution(answer))
                .toList();
    }

    /**
     * The dimensions that apply to an enterprise.
     *
     * @param controls what its answers are worth, each question once
     */
    static List<DimensionScore> score(
            EnterpriseFact enterprise, List<InherentHit> hits, List<Contribution> controls, ScoringTables tables) {
        Map<String, DimensionScorer> scorers = new LinkedHashMap<>();
        for (Dimension dimension : tables.dimensions()) {
            if (dimension.appliesTo(enterprise)) {
                DimensionScorer scorer =
                        new DimensionScorer(dimension, tables.packWeights().weight(dimension, enterprise));
                scorer.addInherent(tables.baseOf(dimension));
                scorers.put(dimension.id(), scorer);
            }
        }
        addInherent(hits, tables, scorers);
        for (Contribution control : controls) {
            DimensionScorer scorer = scorers.get(tables.control(control.id()).dimension());
            if (scorer != null) {
                scorer.addControl(control);
            }
        }
        return scorers.values().stream().map(DimensionScorer::score).toList();
    }

    private static void addInherent(
            List<InherentHit> hits, ScoringTables tables, Map<String, DimensionScorer> scorers) {
        Set<String> counted = new HashSet<>();
        for (InherentHit hit : hits) {
            if (counted.add(hit.ruleId())) {
                tables.inherentPoints(hit.ruleId()).forEach((dimension, points) -> {
                    DimensionScorer scorer = scorers.get(dimension);
                    if (scorer != null) {
                        scorer.addInherent(new Contribution(
                                Contribution.Kind.INHERENT,
                                hit.ruleId(),
                                hit.subject(),
                                points,
                                BigDecimal.ONE,
                                tables.reason(hit.ruleId())));
                    }
                });
            }
        }
    }

    private void addInherent(Contribution contribution) {
        inherent = inherent.add(contribution.value());
        contributions.add(contribution);
    }

    private void addControl(Contribution control) {
        credit = credit.add(control.value().multiply(control.weight()));
        weight = weight.add(control.weight());
        contributions.add(control);
    }

    private DimensionScore score() {
        BigDecimal risk = inherent.min(HUNDRED).setScale(2, RoundingMode.HALF_UP);
        BigDecimal effectiveness = weight.signum() == 0
                ? BigDecimal.ZERO.setScale(EFFECTIVENESS_SCALE)
                : credit.divide(weight, EFFECTIVENESS_SCALE, RoundingMode.HALF_UP);
        BigDecimal residual =
                risk.multiply(BigDecimal.ONE.subtract(effectiveness)).setScale(2, RoundingMode.HALF_UP);
        return new DimensionScore(
                dimension.id(),
                dimension.name(),
                dimensionWeight,
                dimension.effectivenessWeight(),
                risk,
                effectiveness,
                residual,
                contributions);
    }
}
