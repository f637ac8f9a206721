package org.panbao.scoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.panbao.profile.EnterpriseFact;
import org.panbao.rulebook.CsvTable;
import org.panbao.rulebook.Faults;
import org.panbao.rulebook.Hit;
import org.panbao.rulebook.Hit.GateHit;
import org.panbao.rulebook.Hit.InherentHit;
import org.panbao.rulebook.Rulebook;
import org.panbao.scoring.Contribution.Kind;

/**
 * Assesses a schedule: what holds for any insured on its own facts, and beside it only what all of them cause together as
 * a sum or by the shape of the schedule. Nothing is joined from the facts of two insureds.
 */
public final class ScheduleAssessor {

    private static final Comparator<Hit> ORDER =
            Comparator.comparing(Hit::ruleId).thenComparing(Hit::subject).thenComparing(Hit::toString);

    private final WholeRules wholeGates;
    private final WholeRules wholeInherent;
    private final boolean stated;

    private ScheduleAssessor(Rulebook rulebook) {
        CsvTable gates = rulebook.table("rules/gates/gates.csv");
        CsvTable inherent = rulebook.table("rules/scoring/inherent.csv");
        Faults faults = new Faults();
        WholeRules ofGates = faults.collect(() -> WholeRules.of(gates));
        WholeRules ofInherent = faults.collect(() -> WholeRules.of(inherent));
        faults.throwIfAny(gates.path());
        this.wholeGates = Objects.requireNonNull(ofGates);
        this.wholeInherent = Objects.requireNonNull(ofInherent);
        this.stated = WholeRules.areStated(gates) && WholeRules.areStated(inherent);
    }

    static ScheduleAssessor of(Rulebook rulebook) {
        return rulebook.view(ScheduleAssessor.class, ScheduleAssessor::new);
    }

    /** Whether the release says what insureds cause together; one that does not assesses them as one risk. */
    public static boolean isStated(Rulebook rulebook) {
        return of(rulebook).stated;
    }

    /**
     * The assessment of a schedule. Of a question the lowest credit counts that any insured has; the level is that of the
     * worst insured at least.
     *
     * @param whole sums over all insureds, and what any of them is
     * @param together all insureds assessed as one risk
     * @param each every insured on its own facts
     */
    public static RiskAssessment assess(
            EnterpriseFact whole, RiskAssessment together, List<RiskAssessment> each, Rulebook rulebook) {
        RiskAssessment all = RiskAssessor.of(whole, of(rulebook).hits(together, each), lowest(each), rulebook);
        RiskLevel level = all.level();
        for (RiskAssessment own : each) {
            level = level.atLeast(own.level());
        }
        return all.with(level);
    }

    private List<Hit> hits(RiskAssessment together, List<RiskAssessment> each) {
        Stream<Hit> ofAll = together.hits().stream().filter(this::isOfWhole);
        Stream<Hit> ofOne = each.stream()
                .flatMap(own -> own.hits().stream())
                .filter(hit -> hit instanceof GateHit || !isOfWhole(hit));
        return Stream.concat(ofAll, ofOne).distinct().sorted(ORDER).toList();
    }

    /** A gate of one insured stands even where the sums of all raise a greater one. */
    private boolean isOfWhole(Hit hit) {
        return (hit instanceof GateHit && wholeGates.contains(hit.ruleId()))
                || (hit instanceof InherentHit && wholeInherent.contains(hit.ruleId()));
    }

    private static List<Contribution> lowest(List<RiskAssessment> each) {
        Map<String, Contribution> lowest = new TreeMap<>();
        for (RiskAssessment own : each) {
            for (DimensionScore dimension : own.dimensions()) {
                dimension.contributions().stream()
                        .filter(part -> part.kind() == Kind.CONTROL)
                        .forEach(part -> lowest.merge(part.id(), part, ScheduleAssessor::lower));
            }
        }
        return new ArrayList<>(lowest.values());
    }

    private static Contribution lower(Contribution one, Contribution other) {
        return other.value().compareTo(one.value()) < 0 ? other : one;
    }
}
