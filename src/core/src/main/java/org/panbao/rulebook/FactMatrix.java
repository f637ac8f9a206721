package org.panbao.rulebook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What each fact touches: the published table {@code rules/fact-matrix.csv}. A fact is a question id or a component of
 * the profile. The rule columns are not trusted but compared with the rules as written.
 */
public final class FactMatrix {

    /** Where the matrix stands in a release. */
    public static final String PATH = "rules/fact-matrix.csv";

    private static final List<String> RULE_COLUMNS = List.of("gates", "inherent", "caps", "coverage");
    /** Facts that are terms of the contract begin with one of these. */
    private static final List<String> TERM_FACTS = List.of("wanted.", "need.", "request.");

    private static final List<String> OTHER_EFFECTS = List.of("dimension", "filed_rows", "technical_effect", "terms");

    private final CsvTable table;
    private final Map<String, Set<String>> rulesByFact = new LinkedHashMap<>();

    private FactMatrix(CsvTable table, List<RuleSource> rules) {
        this.table = table;
        for (RuleSource rule : rules) {
            for (String fact : rule.factsRead()) {
                rulesByFact.computeIfAbsent(fact, key -> new TreeSet<>()).add(rule.id());
            }
        }
    }

    /** The matrix of a rulebook. */
    public static FactMatrix of(Rulebook rulebook) {
        return of(rulebook.table(PATH), rulebook.rules());
    }

    static FactMatrix of(CsvTable table, List<RuleSource> rules) {
        return new FactMatrix(table, rules);
    }

    /** Refuses a matrix by which a fact moves two filed rows of one product, or one that no product has. */
    static void refuseFiledRows(CsvTable table, ProductCatalogue products) {
        for (CsvTable.Row row : table.rows()) {
            List<String> faults = new ArrayList<>();
            addUnknownRows(row, products, faults);
            addSecondRows(row, faults);
            if (!faults.isEmpty()) {
                throw new RulebookException(row.path(), row.line(), faults.get(0));
            }
        }
    }

    /**
     * Rows of tariffs that a fact may move, as {@code product:coefficient}; at most one of each product, unless the fact
     * is a term of the contract.
     */
    public List<String> filedRows(String fact) {
        return cells(table.loadById(fact), "filed_rows");
    }

    /** Every way in which the matrix is incomplete or wrong; empty when it holds. */
    public List<String> faults(QuestionBank bank, ProductCatalogue products) {
        List<String> faults = new ArrayList<>();
        table.rows().forEach(row -> addUnknownRows(row, products, faults));
        for (Question question : bank.questions()) {
            if (table.findById(question.id()) == null) {
                faults.add(question.id() + " is not in the matrix");
            }
        }
        for (String fact : rulesByFact.keySet()) {
            if (table.findById(fact) == null) {
                faults.add(fact + " is read by " + rulesByFact.get(fact) + " and not in the matrix");
            }
        }
        table.rows().forEach(row -> addFaults(row, faults));
        return faults;
    }

    /** The same, each with the line of its row, and the facts asked for that have no row. */
    List<RulebookException> placedFaults(Rulebook rulebook) {
        List<RulebookException> placed = new ArrayList<>();
        for (String fault : faults(rulebook.questions(), rulebook.products())) {
            CsvTable.Row row = table.findById(fault.substring(0, fault.indexOf(' ')));
            placed.add(row == null ? new RulebookException(PATH, fault) : row.fault(fault));
        }
        for (NeededFact fact : rulebook.questions().neededFacts()) {
            if (table.findById(fact.id()) == null) {
                placed.add(rulebook.table(QuestionBank.NEEDED_FACTS)
                        .loadById(fact.id())
                        .fault(fact.id() + " is no fact of the matrix"));
            }
        }
        return placed;
    }

    private void addFaults(CsvTable.Row row, List<String> faults) {
        Set<String> stated = new TreeSet<>();
        RULE_COLUMNS.forEach(column -> stated.addAll(cells(row, column)));
        Set<String> written = rulesByFact.getOrDefault(row.id(), Set.of());
        if (!stated.equals(written)) {
            faults.add(row.id() + " names the rules " + stated + ", it is read by " + written);
        }
        boolean effect = !stated.isEmpty()
                || OTHER_EFFECTS.stream().anyMatch(column -> !row.text(column).isEmpty());
        if (!effect) {
            faults.add(row.id() + " has no effect");
        }
        addSecondRows(row, faults);
    }

    private static void addSecondRows(CsvTable.Row row, List<String> faults) {
        Set<String> products = new HashSet<>();
        for (String filedRow : isContractTerm(row.id()) ? List.<String>of() : cells(row, "filed_rows")) {
            if (!products.add(filedRow.split(":", 2)[0])) {
                faults.add(row.id() + " moves two filed rows of one product: " + row.text("filed_rows"));
            }
        }
    }

    /** What is agreed, not found: a filing may read one limit in two ratios. */
    private static boolean isContractTerm(String fact) {
        return TERM_FACTS.stream().anyMatch(fact::startsWith);
    }

    private static void addUnknownRows(CsvTable.Row row, ProductCatalogue products, List<String> faults) {
        for (String filedRow : cells(row, "filed_rows")) {
            int colon = filedRow.indexOf(':');
            Product product = colon < 0 ? null : products.find(filedRow.substring(0, colon));
            if (product == null || product.findCoefficient(filedRow.substring(colon + 1)) == null) {
                faults.add(row.id() + " names " + filedRow + ", which is no coefficient of a product");
            }
        }
    }

    private static List<String> cells(CsvTable.Row row, String column) {
        String cell = row.text(column);
        return cell.isEmpty() ? List.of() : List.of(cell.split("\\|", -1));
    }
}
