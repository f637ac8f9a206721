package org.panbao.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.panbao.profile.EnterpriseFact;
import org.panbao.profile.Profile;
import org.panbao.rulebook.Faults;
import org.panbao.rulebook.Hit;
import org.panbao.rulebook.Hit.CriticalGapHit;
import org.panbao.rulebook.Hit.EffectivenessCapHit;
import org.panbao.rulebook.Hit.GateHit;
import org.panbao.rulebook.Hit.InherentHit;
import org.panbao.rulebook.Hit.PendingHit;
import org.panbao.rulebook.Rulebook;
import org.panbao.rulebook.RulebookException;

/** Fires the risk rules on a profile and adds their hits up with the tables. */
public final class RiskAssessor {

    private RiskAssessor() {}

    /** Reads the tables of gates and scores; throws {@link RulebookException} naming the faults of all their rows. */
    public static void readTables(Rulebook rulebook) {
        Faults faults = new Faults();
        faults.run(() -> ScoringTables.of(rulebook));
        faults.run(() -> GateTables.of(rulebook));
        faults.run(() -> ScheduleAssessor.of(rulebook));
        faults.throwIfAny("rules");
    }

    /** Same profile and rulebook, same assessment, on any thread. */
    public static RiskAssessment assess(Profile profile, Rulebook rulebook) {
        List<Hit> hits = rulebook.riskRules()
                .fire(ScoringTables.of(rulebook).answersRead().factsOf(profile));
        return of(profile.enterprise(), hits, DimensionScorer.controls(profile, ScoringTables.of(rulebook)), rulebook);
    }

    /** What these hits and controls add up to. */
    static RiskAssessment of(
            EnterpriseFact enterprise, List<Hit> hits, List<Contribution> controls, Rulebook rulebook) {
        HitSorter sorted = new HitSorter(rulebook);
        hits.forEach(sorted::add);
        List<DimensionScore> dimensions =
                DimensionScorer.score(enterprise, sorted.inherent, controls, ScoringTables.of(rulebook));
        BigDecimal overall = WeightedMean.of(dimensions, DimensionScore::weight, DimensionScore::residual, 2);
        RiskLevel levelOfScore = ScoringTables.of(rulebook).levelOf(overall);
        RiskLevel level = levelOfScore;
        for (LevelFloor floor : sorted.floors) {
            level = level.atLeast(floor.floor());
        }
        return new RiskAssessment(
                sorted.gates,
                GateTables.of(rulebook).referral(enterprise, sorted.gates),
                sorted.pending,
                dimensions,
                overall,
                levelOfScore,
                level,
                sorted.floors,
                effectiveness(dimensions, sorted.caps, ScoringTables.of(rulebook)),
                hits);
    }

    private static ControlEffectiveness effectiveness(
            List<DimensionScore> dimensions, List<EffectivenessCap> caps, ScoringTables tables) {
        BigDecimal beforeCaps = EffectivenessMean.of(dimensions, tables);
        BigDecimal percent = beforeCaps;
        for (EffectivenessCap cap : caps) {
            percent = percent.min(cap.capPercent().setScale(2));
        }
        return new ControlEffectiveness(beforeCaps, percent, caps);
    }

    /** Hits by kind, each with what its table row says. */
    private static final class HitSorter {

        private final GateTables gateTables;
        private final ScoringTables scoringTables;
        private final List<Gate> gates = new ArrayList<>();
        private final List<PendingAnswer> pending = new ArrayList<>();
        private final List<InherentHit> inherent = new ArrayList<>();
        private final List<LevelFloor> floors = new ArrayList<>();
        private final List<EffectivenessCap> caps = new ArrayList<>();

        HitSorter(Rulebook rulebook) {
            this.gateTables = GateTables.of(rulebook);
            this.scoringTables = ScoringTables.of(rulebook);
        }

        void add(Hit hit) {
            if (hit instanceof GateHit gate) {
                gates.add(gateTables.gate(gate));
            } else if (hit instanceof PendingHit waiting) {
                pending.add(gateTables.pending(waiting));
            } else if (hit instanceof InherentHit risk) {
                inherent.add(risk);
            } else if (hit instanceof CriticalGapHit gap) {
                floors.add(scoringTables.floor(gap));
            } else if (hit instanceof EffectivenessCapHit cap) {
                caps.add(scoringTables.cap(cap));
            }
        }
    }
}
