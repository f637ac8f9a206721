package org.panbao.scoring;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.panbao.profile.Plan.AnswerState;
import org.panbao.rulebook.CsvTable;
import org.panbao.rulebook.Rulebook;
import org.panbao.rulebook.RulebookException;

/** What answers are worth whatever the question: by state, by evidence and age, by the bands of a value. */
final class ControlCredits {

    private final Map<AnswerState, BigDecimal> byState = new EnumMap<>(AnswerState.class);
    private final EvidenceWeights evidence;
    private final Map<String, ValueBands> bands;

    ControlCredits(Rulebook rulebook) {
        CsvTable states = rulebook.table("rules/scoring/states.csv");
        for (CsvTable.Row row : states.rows()) {
            byState.put(row.constant("id", AnswerState.class), row.decimal("credit"));
        }
        this.evidence = new EvidenceWeights(rulebook.table("rules/scoring/evidence.csv"));
        this.bands = ValueBands.load(rulebook.table("rules/scoring/value-bands.csv"));
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
