package org.panbao.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.panbao.base.Text;
import org.panbao.rulebook.CsvTable;
import org.panbao.rulebook.Faults;
import org.panbao.rulebook.Hit.CriticalGapHit;
import org.panbao.rulebook.Hit.EffectivenessCapHit;
import org.panbao.rulebook.Question;
import org.panbao.rulebook.QuestionBank;
import org.panbao.rulebook.Rulebook;
import org.panbao.rulebook.RulebookException;

/** What the risk rules read, and the tables of {@code rules/scoring} and {@code rules/rating/caps.csv}; made once for a rulebook. */
final class ScoringTables {

    private static final String FOLDER = "rules/scoring/";

    private final List<Dimension> dimensions = new ArrayList<>();
    private final Map<String, Contribution> bases = new HashMap<>();
    private final Map<String, Control> controls = new HashMap<>();
    private final Map<String, Map<String, BigDecimal>> inherentPoints = new HashMap<>();
    private final Map<String, Text> reasons = new HashMap<>();
    private final TreeMap<BigDecimal, RiskLevel> levels = new TreeMap<>();
    private final Map<String, RiskLevel> floors = new HashMap<>();
    private final Map<String, BigDecimal> caps = new HashMap<>();

    private final PackWeights packWeights;
    private final AnswersRead answersRead;

    private ScoringTables(Rulebook rulebook) {
        this.answersRead = new AnswersRead(rulebook.riskSources());
        Faults faults = new Faults();
        faults.rows(rulebook.table(FOLDER + "dimensions.csv"), row -> addDimension(Dimension.of(row), rulebook));
        PackWeights weights = faults.collect(() -> new PackWeights(rulebook, dimensions));
        faults.rows(rulebook.table(FOLDER + "inherent.csv"), row -> addInherent(row, rulebook));
        addControls(rulebook, faults);
        addLevels(rulebook.table(FOLDER + "levels.csv"), faults);
        faults.rows(rulebook.table(FOLDER + "critical-gaps.csv"), row -> {
            floors.put(row.id(), row.constant("floor", RiskLevel.class));
            reasons.put(row.id(), rulebook.reason(row));
        });
        faults.rows(rulebook.table("rules/rating/caps.csv"), row -> {
            caps.put(row.id(), row.decimal("cap_percent"));
            reasons.put(row.id(), rulebook.reason(row));
        });
        faults.throwIfAny(FOLDER);
        this.packWeights = Objects.requireNonNull(weights);
    }

    private void addLevels(CsvTable table, Faults faults) {
        faults.rows(table, row -> {
            RiskLevel level = row.constant("id", RiskLevel.class);
            if (levels.put(row.decimal("from_score"), level) != null) {
                throw row.fault("two levels begin at " + row.text("from_score"));
            }
        });
        faults.run(() -> {
            if (levels.isEmpty() || levels.firstKey().signum() > 0) {
                throw new RulebookException(table.path(), "no level begins at 0");
            }
        });
    }

    static ScoringTables of(Rulebook rulebook) {
        return rulebook.view(ScoringTables.class, ScoringTables::new);
    }

    private void addDimension(Dimension dimension, Rulebook rulebook) {
        dimensions.add(dimension);
        bases.put(
                dimension.id(),
                new Contribution(
                        Contribution.Kind.INHERENT,
                        "DIM-BASE",
                        dimension.id(),
                        dimension.base(),
                        BigDecimal.ONE,
                        rulebook.reason("DIM-BASE")));
    }

    private void addInherent(CsvTable.Row row, Rulebook rulebook) {
        Map<String, BigDecimal> points = new LinkedHashMap<>();
        for (Dimension dimension : dimensions) {
            BigDecimal value = row.decimalOrNull(dimension.id());
            if (value != null) {
                points.put(dimension.id(), value);
            }
        }
        inherentPoints.put(row.id(), points);
        reasons.put(row.id(), rulebook.reason(row));
    }

    private void addControls(Rulebook rulebook, Faults faults) {
        CsvTable table = rulebook.table(FOLDER + "controls.csv");
        ControlCredits credits = faults.collect(() -> new ControlCredits(rulebook));
        faults.rows(table, row -> {
            Question question = rulebook.questions().find(row.id());
            if (question == null) {
                throw row.fault("no question is " + row.id());
            }
            Control.checkNumbers(row);
            if (credits != null) {
                controls.put(row.id(), new Control(row, question, credits, rulebook));
            }
        });
        faults.rows(rulebook.table(QuestionBank.PATH), row -> {
            if (table.findById(row.id()) == null) {
                throw row.fault(row.id() + " has no row in " + table.path());
            }
            if (!bases.containsKey(row.text("dimension"))) {
                throw row.fault(row.id() + " counts in no dimension: " + row.text("dimension"));
            }
        });
    }

    /** The answers that the risk rules read. */
    AnswersRead answersRead() {
        return answersRead;
    }

    List<Dimension> dimensions() {
        return dimensions;
    }

    PackWeights packWeights() {
        return packWeights;
    }

    Contribution baseOf(Dimension dimension) {
        return required(bases, dimension.id(), "dimensions.csv");
    }

    Control control(String questionId) {
        return required(controls, questionId, "controls.csv");
    }

    /** Points by dimension of a rule on inherent risk. */
    Map<String, BigDecimal> inherentPoints(String ruleId) {
        return required(inherentPoints, ruleId, "inherent.csv");
    }

    Text reason(String ruleId) {
        return required(reasons, ruleId, "../messages");
    }

    RiskLevel levelOf(BigDecimal score) {
        Map.Entry<BigDecimal, RiskLevel> band = levels.floorEntry(score);
        if (band == null) {
            throw new RulebookException(FOLDER + "levels.csv", "no level begins at or below " + score);
        }
        return band.getValue();
    }

    LevelFloor floor(CriticalGapHit hit) {
        RiskLevel floor = required(floors, hit.ruleId(), "critical-gaps.csv");
        return new LevelFloor(hit.ruleId(), hit.subject(), floor, reason(hit.ruleId()));
    }

    EffectivenessCap cap(EffectivenessCapHit hit) {
        BigDecimal cap = required(caps, hit.ruleId(), "../rating/caps.csv");
        return new EffectivenessCap(hit.ruleId(), hit.subject(), cap, reason(hit.ruleId()));
    }

    private static <V> V required(Map<String, V> map, String key, String file) {
        V value = map.get(key);
        if (value == null) {
            throw new RulebookException(FOLDER + file, "has no row '" + key + "'");
        }
        return value;
    }
}
