package org.panbao.coverage;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Text;
import org.panbao.rulebook.CoverStatus;
import org.panbao.rulebook.CsvTable;
import org.panbao.rulebook.Faults;
import org.panbao.rulebook.Rulebook;
import org.panbao.rulebook.RulebookException;
import org.panbao.scoring.AnswersRead;
import org.panbao.scoring.WholeRules;

/** What the cover rules read, and the tables of {@code rules/coverage}; made once for a rulebook. */
final class CoverageTables {

    private static final String FOLDER = "rules/coverage/";

    /** What a cover rule means; {@code status}, {@code sublimitPercent} and {@code term} where it restricts. */
    record Advice(
            Kind kind,
            @Nullable CoverStatus status,
            @Nullable BigDecimal sublimitPercent,
            @Nullable Term term,
            Text reason) {
        enum Kind {
            SUGGEST,
            RESTRICT
        }
    }

    /** A scenario and the items that it calls for. */
    record RiskScenario(List<String> items, Text reason) {}

    private final Map<String, CoverItem> items = new LinkedHashMap<>();
    private final Map<String, Term> terms = new LinkedHashMap<>();
    private final Map<String, List<Term>> standingTerms = new HashMap<>();
    private final Map<String, Advice> advice = new HashMap<>();
    private final Map<String, RiskScenario> scenarios = new HashMap<>();
    private final LimitAdvisor limits;
    private final Text wantedReason;
    private final Text unknownItemReason;

    private final AnswersRead answersRead;
    private final WholeRules wholeRules;

    private CoverageTables(Rulebook rulebook) {
        this.answersRead = new AnswersRead(rulebook.coverSources());
        Text scenarioReason = rulebook.reason("ITM-SCENARIO");
        Faults faults = new Faults();
        faults.rows(rulebook.table(FOLDER + "items.csv"), row -> items.put(row.id(), CoverItem.of(row)));
        faults.rows(rulebook.table(FOLDER + "terms.csv"), this::addTerm);
        faults.rows(
                rulebook.table(FOLDER + "advice.csv"), row -> advice.put(row.id(), advice(row, rulebook.reason(row))));
        WholeRules ofWhole = faults.collect(() -> WholeRules.of(rulebook.table(FOLDER + "advice.csv")));
        faults.rows(
                rulebook.table(FOLDER + "risk-scenarios.csv"),
                row -> scenarios.put(row.id(), scenario(row, scenarioReason)));
        LimitAdvisor advisor = faults.collect(() -> new LimitAdvisor(rulebook));
        faults.throwIfAny(FOLDER);
        this.limits = Objects.requireNonNull(advisor);
        this.wholeRules = Objects.requireNonNull(ofWhole);
        this.wantedReason = rulebook.reason("ITM-WANTED");
        this.unknownItemReason = rulebook.reason("ITM-UNKNOWN");
    }

    private RiskScenario scenario(CsvTable.Row row, Text reason) {
        return new RiskScenario(
                knownItems(row),
                new Text(
                        reason.zh().replace("{scenario}", row.text("name_zh")),
                        reason.en().replace("{scenario}", row.text("name_en"))));
    }

    /** The cover rules that read all insureds of a schedule together. */
    WholeRules wholeRules() {
        return wholeRules;
    }

    static CoverageTables of(Rulebook rulebook) {
        return rulebook.view(CoverageTables.class, CoverageTables::new);
    }

    private void addTerm(CsvTable.Row row) {
        Term term = new Term(
                row.id(),
                row.constant("kind", Term.Kind.class),
                new Text(row.text("wording_zh"), row.text("wording_en")));
        terms.put(term.code(), term);
        for (String item : new LinkedHashSet<>(applicableItems(row))) {
            standingTerms.computeIfAbsent(item, key -> new ArrayList<>()).add(term);
        }
    }

    private List<String> applicableItems(CsvTable.Row row) {
        return switch (row.text("items")) {
            case "" -> List.of();
            case "ALL" -> List.copyOf(items.keySet());
            case "PROPERTY" -> itemsOf(Line.PROPERTY);
            case "LIABILITY" -> itemsOf(Line.LIABILITY);
            default -> knownItems(row);
        };
    }

    private List<String> itemsOf(Line line) {
        return items.values().stream()
                .filter(item -> item.line() == line)
                .map(CoverItem::code)
                .toList();
    }

    private List<String> knownItems(CsvTable.Row row) {
        List<String> codes = List.of(row.text("items").split("\\|", -1));
        if (!items.keySet().containsAll(codes)) {
            throw new RulebookException(row.path(), row.line(), "names an item that is not in the catalogue: " + codes);
        }
        return codes;
    }

    private Advice advice(CsvTable.Row row, Text reason) {
        String code = row.textOrNull("term");
        Term term = code == null ? null : terms.get(code);
        if (code != null && term == null) {
            throw new RulebookException(row.path(), row.line(), "no term " + code);
        }
        String status = row.textOrNull("status");
        return new Advice(
                row.constant("kind", Advice.Kind.class),
                status == null ? null : row.constant("status", CoverStatus.class),
                row.decimalOrNull("sublimit_percent"),
                term,
                reason);
    }

    /** The answers that the cover rules read. */
    AnswersRead answersRead() {
        return answersRead;
    }

    /** The catalogue in its order. */
    Iterable<CoverItem> items() {
        return items.values();
    }

    @Nullable
    CoverItem findItem(String item) {
        return items.get(item);
    }

    boolean isKnown(String item) {
        return items.containsKey(item);
    }

    List<Term> standingTerms(String item) {
        return standingTerms.getOrDefault(item, List.of());
    }

    Advice advice(String ruleId) {
        Advice found = advice.get(ruleId);
        if (found == null) {
            throw new RulebookException(FOLDER + "advice.csv", "has no row '" + ruleId + "'");
        }
        return found;
    }

    /** The scenario of this code, or null: a plan that was stored under another release may name others. */
    @Nullable
    RiskScenario findScenario(String code) {
        return scenarios.get(code);
    }

    LimitAdvisor limits() {
        return limits;
    }

    Text wantedReason() {
        return wantedReason;
    }

    Text unknownItemReason() {
        return unknownItemReason;
    }
}
