package org.panbao.quoting;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.panbao.quoting.AuthorityMatrix.Authority;
import org.panbao.quoting.CoverageLine.Availability;
import org.panbao.rulebook.CsvTable;
import org.panbao.rulebook.FactMatrix;
import org.panbao.rulebook.Faults;
import org.panbao.rulebook.Product;
import org.panbao.rulebook.Question.AskedIf;
import org.panbao.rulebook.ReferenceCodes;
import org.panbao.rulebook.RuleSource;
import org.panbao.rulebook.Rulebook;
import org.panbao.rulebook.RulebookException;

/** Whether what one table of a release names stands in the other: rules and their rows, reasons, items, insurers. */
final class TableLinks {

    private static final String MESSAGES = "rules/messages/";
    private static final String GATES = "rules/gates/gates.csv";

    private static final String GATE_MESSAGES = MESSAGES + "gates.csv";
    private static final List<String> ASKING = List.of("CONDITION", "BIND_BLOCK");

    /** The table that says what a hit means. */
    private static final Map<String, String> TABLES = Map.of(
            "GateHit", GATES,
            "InherentHit", "rules/scoring/inherent.csv",
            "CriticalGapHit", "rules/scoring/critical-gaps.csv",
            "EffectivenessCapHit", "rules/rating/caps.csv",
            "CoverHit", "rules/coverage/advice.csv");

    private static final String CAPACITY = "rules/gates/capacity.csv";
    private static final String ANCHORS = "rules/coverage/anchors.csv";
    private static final String ITEMS = "rules/coverage/items.csv";

    /** What every release gives a reason for; those that came later are asked for where a release has them. */
    private static final List<String> REASONS = List.of(
            "QUO-AUTHORITY",
            "QUO-LEVEL",
            "QUO-NO-COVER",
            "QUO-ELIGIBILITY",
            "QUO-FORM",
            "QUO-CHOICE",
            "QUO-TECHNICAL",
            "QUO-CAPACITY",
            "QUO-OVER-INSURANCE",
            "QUO-UNSTATED",
            "QUO-ABOVE-WISH");

    private static final Set<String> PACKS = Stream.of(AskedIf.values())
            .filter(AskedIf::isPack)
            .map(AskedIf::name)
            .collect(Collectors.toUnmodifiableSet());

    private final Rulebook rulebook;
    private final Faults faults;

    TableLinks(Rulebook rulebook, Faults faults) {
        this.rulebook = rulebook;
        this.faults = faults;
    }

    void check() {
        rulebook.rules().forEach(this::checkRule);
        TABLES.forEach((hit, path) -> {
            Set<String> rules = rulebook.rules().stream()
                    .filter(rule -> makes(rule, hit))
                    .map(RuleSource::id)
                    .collect(Collectors.toSet());
            refuse(path, row -> rules.contains(row.id()) ? null : "no rule " + row.id() + " finds this");
        });
        checkReasons();
        checkItems();
        checkRemedies();
        checkCodes();
    }

    private void checkRule(RuleSource rule) {
        if (!rulebook.hasReason(rule.id())) {
            faults.add(rule.path(), rule.line(), "no reason for " + rule.id() + " in " + MESSAGES);
        }
        TABLES.forEach((hit, path) -> {
            if (makes(rule, hit) && rulebook.table(path).findById(rule.id()) == null) {
                faults.add(rule.path(), rule.line(), "no row '" + rule.id() + "' in " + path);
            }
        });
    }

    private static boolean makes(RuleSource rule, String hit) {
        return rule.action().contains("new " + hit + "(");
    }

    /** A reason that is asked for is there; one that carries a rule's kind of id belongs to a rule. */
    private void checkReasons() {
        Stream<String> ofItems = Stream.of(Availability.values()).map(value -> "QUO-ITEM-" + value);
        Stream<String> ofAuthorities = Stream.of(Authority.values())
                .filter(value -> value != Authority.AUTOMATIC)
                .map(value -> "QUO-AUTHORITY-" + value);
        Stream.of(REASONS.stream(), ofItems, ofAuthorities)
                .flatMap(ids -> ids)
                .forEach(id -> faults.run(() -> rulebook.reason(id)));
        Set<String> rules = rulebook.rules().stream().map(RuleSource::id).collect(Collectors.toSet());
        for (String path : rulebook.files().matching(MESSAGES, ".csv").keySet()) {
            refuse(
                    path,
                    row -> row.id().matches("(GAT|SCO|COV|RAT)-.*") && !rules.contains(row.id())
                            ? "a reason for " + row.id() + ", which is no rule"
                            : null);
        }
    }

    /** A gate that asks for something says what; no other gate does. */
    private void checkRemedies() {
        CsvTable gates = rulebook.table(GATES);
        CsvTable messages = rulebook.table(GATE_MESSAGES);
        if (!messages.columns().contains("remedy_zh")) {
            return; // as in releases from before gates said so
        }
        refuse(GATE_MESSAGES, row -> {
            CsvTable.Row gate = gates.findById(row.id());
            boolean asks = gate != null && ASKING.contains(gate.text("effect"));
            boolean says =
                    !row.text("remedy_zh").isEmpty() && !row.text("remedy_en").isEmpty();
            boolean silent =
                    row.text("remedy_zh").isEmpty() && row.text("remedy_en").isEmpty();
            return (asks ? says : silent) ? null : "a gate with effect " + ASKING + ", and no other, has a remedy";
        });
    }

    private void checkItems() {
        CsvTable items = rulebook.table(ITEMS);
        refuse(GATES, row -> unknown(row.text("items"), items));
        for (Product product : rulebook.products().products()) {
            product.covers().stream()
                    .flatMap(cover -> cover.items().stream())
                    .filter(item -> items.findById(item) == null)
                    .forEach(item -> faults.run(() -> {
                        throw new RulebookException(
                                "rules/products/" + product.id() + "/product.yaml", "no item " + item + " in " + ITEMS);
                    }));
        }
    }

    private static @Nullable String unknown(String codes, CsvTable table) {
        return Stream.of(codes.split("\\|", -1))
                .filter(code -> !codes.isEmpty() && table.findById(code) == null)
                .findFirst()
                .map(code -> "no row '" + code + "' in " + table.path())
                .orElse(null);
    }

    /** Codes that lie outside the tables: sections of industry, insurers who filed. */
    private void checkCodes() {
        Set<String> insurers = rulebook.products().products().stream()
                .flatMap(product -> product.filings().stream())
                .map(Product.Filing::insurer)
                .collect(Collectors.toSet());
        if (rulebook.hasTable(CAPACITY)) {
            refuse(CAPACITY, row -> {
                String insurer = row.textOrNull("insurer");
                return insurer == null || insurers.contains(insurer) ? null : "no product is filed by " + insurer;
            });
        }
        if (rulebook.hasTable(QuoteDecider.FULL_FORM)) {
            refuse(QuoteDecider.FULL_FORM, row -> PACKS.contains(row.id()) ? null : "no pack is named " + row.id());
        }
        CsvTable dimensions = rulebook.table("rules/scoring/dimensions.csv");
        refuse(FactMatrix.PATH, row -> unknown(row.text("dimension"), dimensions));
        refuse(ANCHORS, row -> {
            String section = row.textOrNull("section");
            return section == null || ReferenceCodes.isSection(section) ? null : "no section of industry " + section;
        });
    }

    /** Adds a fault for every row that {@code why} has something to say of. */
    private void refuse(String path, Function<CsvTable.Row, @Nullable String> why) {
        faults.rows(rulebook.table(path), row -> {
            String reason = why.apply(row);
            if (reason != null) {
                throw row.fault(reason);
            }
        });
    }
}
