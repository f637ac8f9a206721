package org.panbao.scoring;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.panbao.rulebook.Hit;

/**
 * Everything the risk rules say of an enterprise.
 *
 * @param gates gates that fired, by rule id
 * @param pending questions that decide a gate and wait for an answer
 * @param dimensions dimensions that apply, in the order of their table
 * @param overall weighted mean of the residual risks, 0–100, two decimals, half up
 * @param levelOfScore level of the overall score
 * @param level the same, raised to the highest floor; of a schedule, to the level of its worst insured
 * @param floors critical gaps
 * @param hits every hit of the risk rules, sorted
 */
public record RiskAssessment(
        List<Gate> gates,
        Referral referral,
        List<PendingAnswer> pending,
        List<DimensionScore> dimensions,
        BigDecimal overall,
        RiskLevel levelOfScore,
        RiskLevel level,
        List<LevelFloor> floors,
        ControlEffectiveness effectiveness,
        List<Hit> hits) {

    public RiskAssessment {
        gates = List.copyOf(gates);
        pending = List.copyOf(pending);
        dimensions = List.copyOf(dimensions);
        floors = List.copyOf(floors);
        hits = List.copyOf(hits);
    }

    RiskAssessment with(RiskLevel raised) {
        return new RiskAssessment(
                gates, referral, pending, dimensions, overall, levelOfScore, raised, floors, effectiveness, hits);
    }

    /** The gates with this effect. */
    public List<Gate> gates(GateEffect effect) {
        return gates.stream().filter(gate -> gate.effect() == effect).toList();
    }

    /** Items that a gate drops from the cover, in order. */
    public Set<String> blockedItems() {
        Set<String> items = new TreeSet<>();
        gates(GateEffect.COVER_BLOCK).forEach(gate -> items.addAll(gate.items()));
        return items;
    }
}
