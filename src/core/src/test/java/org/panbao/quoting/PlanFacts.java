package org.panbao.quoting;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.panbao.profile.Plan;
import org.panbao.rulebook.CsvTable;
import org.panbao.rulebook.FactMatrix;
import org.panbao.rulebook.Question;
import org.panbao.rulebook.Rulebook;

/** The table {@code rules/plan-facts.csv}: what each field of a plan is for. */
final class PlanFacts {

    static final String PATH = "rules/plan-facts.csv";

    private static final Set<String> WITHOUT_FACTS = Set.of("IDENTIFICATION", "PROSE", "SHOWN", "TERM");
    private static final Set<String> MANY_FACTS = Set.of("TERM", "SCHEDULE");

    private final CsvTable table;

    PlanFacts(CsvTable table) {
        this.table = table;
    }

    static PlanFacts of(Rulebook rulebook) {
        return new PlanFacts(rulebook.table(PATH));
    }

    /** Changed facts that a field is not said to feed; a list may change what its elements feed. */
    List<String> unnamed(Map<String, Set<String>> changedByField) {
        List<String> unnamed = new ArrayList<>();
        changedByField.forEach((field, changed) -> {
            List<String> named = table.rows().stream()
                    .filter(row -> row.id().equals(field) || row.id().startsWith(field + "."))
                    .flatMap(row -> facts(row).stream())
                    .toList();
            for (String fact : changed) {
                if (named.stream().noneMatch(name -> covers(name, fact) || covers(fact, name))) {
                    unnamed.add(field + " to " + fact);
                }
            }
        });
        return unnamed;
    }

    private static boolean covers(String named, String fact) {
        return named.equals(fact) || (named.endsWith("*") && fact.startsWith(named.substring(0, named.length() - 1)));
    }

    /** Facts that a field is said to feed and that no change of it or of a list around it changed: {@code field to fact}. */
    List<String> neverChanged(Map<String, Set<String>> changedByField) {
        List<String> never = new ArrayList<>();
        for (CsvTable.Row row : table.rows()) {
            Set<String> changed = new TreeSet<>();
            changedByField.forEach((field, facts) -> {
                if ((row.id() + ".").startsWith(field + ".")) {
                    changed.addAll(facts);
                }
            });
            for (String named : facts(row)) {
                if (changed.stream().noneMatch(fact -> covers(named, fact) || covers(fact, named))) {
                    never.add(row.id() + " to " + named);
                }
            }
        }
        return never;
    }

    /** Every way in which the table is incomplete or wrong. */
    List<String> faults(Rulebook rulebook) {
        List<String> faults = new ArrayList<>();
        List<String> leaves = PlanFlips.leaves(Plan.class, "");
        for (String leaf : leaves) {
            if (table.findById(leaf) == null) {
                faults.add(leaf + " is missing");
            }
        }
        for (CsvTable.Row row : table.rows()) {
            if (!leaves.contains(row.id())) {
                faults.add(row.id() + " is no field of a plan");
            }
            String use = row.text("use");
            boolean explained =
                    !row.text("reason_zh").isEmpty() && !row.text("reason_en").isEmpty();
            if (facts(row).isEmpty() ? !WITHOUT_FACTS.contains(use) || !explained : !use.equals("FACT") && !explained) {
                faults.add(row.id() + " gives neither a fact nor a reason");
            }
            addFactFaults(row, rulebook, faults);
        }
        return faults;
    }

    private static void addFactFaults(CsvTable.Row row, Rulebook rulebook, List<String> faults) {
        Map<String, Set<String>> filedRows = new HashMap<>();
        for (String named : facts(row)) {
            Collection<String> facts = known(named, rulebook);
            if (facts.isEmpty()) {
                faults.add(row.id() + " names " + named + ", which is not in the fact matrix");
            }
            for (String fact : facts) {
                for (String filed : FactMatrix.of(rulebook).filedRows(fact)) {
                    String product = filed.substring(0, filed.indexOf(':'));
                    filedRows.computeIfAbsent(product, key -> new TreeSet<>()).add(filed);
                }
            }
        }
        filedRows.values().forEach(filed -> {
            if (filed.size() > 1 && !MANY_FACTS.contains(row.text("use"))) {
                faults.add(row.id() + " moves " + filed);
            }
        });
    }

    /** The facts of the matrix that a name stands for. */
    private static List<String> known(String named, Rulebook rulebook) {
        if (named.equals("Q-*")) {
            return rulebook.questions().questions().stream().map(Question::id).toList();
        }
        return rulebook.table(FactMatrix.PATH).rows().stream()
                .map(CsvTable.Row::id)
                .filter(fact -> covers(named, fact))
                .toList();
    }

    private static List<String> facts(CsvTable.Row row) {
        String facts = row.text("facts");
        return facts.isEmpty() ? List.of() : List.of(facts.split("\\|", -1));
    }
}
