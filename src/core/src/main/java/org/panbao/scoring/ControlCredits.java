package org.panbao.scoring;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.panbao.profile.Plan.AnswerState;
import org.panbao.rulebook.CsvTable;
import org.panbao.rulebook.Faults;
import org.panbao.rulebook.Rulebook;
import org.panbao.rulebook.RulebookException;

/** What answers are worth whatever the question: by state, by evidence and age, by the bands of a value. */
final class ControlCredits {

    /** The states that say something of the control. */
    private static final List<AnswerState> STATED =
            List.of(AnswerState.YES, AnswerState.PARTIAL, AnswerState.NO, AnswerState.UNANSWERED);

    private final Map<AnswerState, BigDecimal> byState = new EnumMap<>(AnswerState.class);
    private final EvidenceWeights evidence;
    private final Map<String, ValueBands> bands;

    ControlCredits(Rulebook rulebook) {
        CsvTable states = rulebook.table("rules/scoring/states.csv");
        Faults faults = new Faults();
        faults.rows(states, row -> byState.put(row.constant("id", AnswerState.class), row.decimal("credit")));
        STATED.forEach(state -> faults.run(() -> ofState(state)));
        EvidenceWeights weights =
                faults.collect(() -> new EvidenceWeights(rulebook.table("rules/scoring/evidence.csv")));
        Map<String, ValueBands> byName =
                faults.collect(() -> ValueBands.load(rulebook.table("rules/scoring/value-bands.csv")));
        faults.throwIfAny(states.path());
        this.evidence = Objects.requireNonNull(weights);
        this.bands = Objects.requireNonNull(byName);
    }

    /** Credit of the state alone; only the four states that say something of the control have one. */
    BigDecimal ofState(AnswerState state) {
        BigDecimal credit = byState.get(state);
        if (credit == null) {
            throw new RulebookException("rules/scoring/states.csv", "has no row '" + state + "'");
        }
        return credit;
    }

    EvidenceWeights evidence() {
        return evidence;
    }

    /** The bands that a row of {@code controls.csv} names, or null when it names none. */
    @Nullable
    ValueBands findBands(CsvTable.Row row) {
        String name = row.textOrNull("bands");
        if (name == null) {
            return null;
        }
        ValueBands found = bands.get(name);
        if (found == null) {
            throw new RulebookException(row.path(), row.line(), "no bands named " + name);
        }
        return found;
    }
}
