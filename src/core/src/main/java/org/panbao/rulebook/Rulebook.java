package org.panbao.rulebook;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Sha256;
import org.panbao.base.Text;
import org.panbao.rulebook.drools.CompiledRules;
import org.panbao.rulebook.drools.DrlCompiler;

/**
 * One release, loaded: its questions, tables, reasons and compiled rules. Immutable and safe for any number of threads;
 * a decision holds on to the rulebook it started with.
 */
public final class Rulebook implements AutoCloseable {

    private static final String RISK = "risk";
    private static final String COVER = "cover";
    /** Folders whose tables are read with the rulebook, so that a fault shows at once; others are read when asked for. */
    private static final List<String> TABLE_FOLDERS = List.of("gates", "scoring", "coverage", "rating", "messages");

    private static final Map<String, List<String>> RULE_SETS = Map.of(
            RISK, List.of("rules.gates", "rules.scoring", "rules.rating"),
            COVER, List.of("rules.coverage"));

    private final ReleaseFiles files;
    private final ReleaseInfo release;
    private final QuestionBank questions;
    private final ProductCatalogue products;
    private final Map<String, CsvTable> tables;
    private final Map<String, Text> reasons;
    private final Map<String, Text> remedies;
    private final Map<String, RuleSource> rules;
    private final CompiledRules compiled;
    private final Map<Class<?>, Object> views = new ConcurrentHashMap<>();

    private Rulebook(
            ReleaseFiles files,
            ReleaseInfo release,
            QuestionBank questions,
            ProductCatalogue products,
            Map<String, CsvTable> tables,
            Map<String, RuleSource> rules,
            CompiledRules compiled) {
        this.files = files;
        this.release = release;
        this.questions = questions;
        this.products = products;
        this.tables = tables;
        this.reasons = reasons(tables);
        this.remedies = remedies(tables);
        this.rules = rules;
        this.compiled = compiled;
    }

    /**
     * Reads and compiles a release. Throws {@link RulebookException} naming file and line of the first fault.
     *
     * @param cache where compiled rules are looked for and kept
     */
    public static Rulebook load(ReleaseFiles files, RuleCache cache) {
        SortedMap<String, byte[]> drl = files.matching("rules/", ".drl");
        Map<String, RuleSource> rules = parse(drl);
        ReleaseInfo release = ReleaseInfo.load(files, FactsVersion.of(drl.values()));
        QuestionBank questions = QuestionBank.load(files);
        ProductCatalogue products = ProductCatalogue.load(files);
        Map<String, CsvTable> tables = tables(files);
        CsvTable matrix = CsvTable.read(files, FactMatrix.PATH);
        FactMatrix.refuseFiledRows(matrix, products);
        tables.put(FactMatrix.PATH, matrix);
        return new Rulebook(
                files, release, questions, products, tables, rules, compile(drl, release.logicDigest(), cache));
    }

    private static Map<String, CsvTable> tables(ReleaseFiles files) {
        Map<String, CsvTable> tables = new ConcurrentHashMap<>();
        for (String folder : TABLE_FOLDERS) {
            for (String path : files.matching("rules/" + folder + "/", ".csv").keySet()) {
                tables.put(path, CsvTable.read(files, path));
            }
        }
        return tables;
    }

    private static Map<String, RuleSource> parse(SortedMap<String, byte[]> drl) {
        Map<String, RuleSource> rules = new LinkedHashMap<>();
        drl.forEach((path, bytes) -> {
            for (RuleSource rule : DrlParser.parse(path, bytes)) {
                if (rules.put(rule.id(), rule) != null) {
                    throw new RulebookException(path, rule.line(), "rule id " + rule.id() + " stands twice");
                }
            }
        });
        return rules;
    }

    private static CompiledRules compile(SortedMap<String, byte[]> drl, String logicDigest, RuleCache cache) {
        DrlCompiler compiler = new DrlCompiler(RULE_SETS);
        String key = cacheKey(logicDigest);
        byte[] cached = cache.find(key);
        CompiledRules known = cached == null ? null : compiler.read(cached, logicDigest);
        if (known != null) {
            return known;
        }
        CompiledRules compiled = compiler.compile(drl, logicDigest);
        cache.store(key, compiled.bytes());
        return compiled;
    }

    /** Version of the rule engine. */
    public static String engineVersion() {
        return DrlCompiler.engineVersion();
    }

    private static String cacheKey(String logicDigest) {
        String build = Rulebook.class.getPackage().getImplementationVersion();
        return Sha256.of(String.join(
                " ",
                logicDigest,
                DrlCompiler.engineVersion(),
                build == null ? "development" : build,
                System.getProperty("java.vm.version", "")));
    }

    private static Map<String, Text> reasons(Map<String, CsvTable> tables) {
        Map<String, Text> reasons = new LinkedHashMap<>();
        tables.forEach((path, table) -> {
            if (path.startsWith("rules/messages/")) {
                for (CsvTable.Row row : table.rows()) {
                    if (reasons.put(row.id(), new Text(row.text("zh"), row.text("en"))) != null) {
                        throw new RulebookException(path, row.line(), "a reason for " + row.id() + " stands twice");
                    }
                }
            }
        });
        return Map.copyOf(reasons);
    }

    /** What has to be done about what a rule found, by its id. */
    private static Map<String, Text> remedies(Map<String, CsvTable> tables) {
        Map<String, Text> remedies = new LinkedHashMap<>();
        tables.forEach((path, table) -> {
            if (path.startsWith("rules/messages/") && table.columns().contains("remedy_zh")) {
                table.rows().stream()
                        .filter(row -> !row.text("remedy_zh").isEmpty())
                        .forEach(row -> remedies.put(row.id(), new Text(row.text("remedy_zh"), row.text("remedy_en"))));
            }
        });
        return Map.copyOf(remedies);
    }

    public ReleaseInfo release() {
        return release;
    }

    /** The bytes it was loaded from. */
    public ReleaseFiles files() {
        return files;
    }

    public QuestionBank questions() {
        return questions;
    }

    public ProductCatalogue products() {
        return products;
    }

    /** Gates, inherent risk, critical gaps and effectiveness caps. */
    public RuleSet riskRules() {
        return compiled.ruleSet(RISK);
    }

    /** Advice on cover items. */
    public RuleSet coverRules() {
        return compiled.ruleSet(COVER);
    }

    /** The rules that fire in {@link #riskRules()}, as written. */
    public List<RuleSource> riskSources() {
        return sources(RISK);
    }

    /** The rules that fire in {@link #coverRules()}, as written. */
    public List<RuleSource> coverSources() {
        return sources(COVER);
    }

    private List<RuleSource> sources(String ruleSet) {
        List<String> packages = RULE_SETS.getOrDefault(ruleSet, List.of());
        return rules.values().stream()
                .filter(rule -> packages.contains("rules." + rule.area()))
                .toList();
    }

    /** Every rule of the release, by file and place in it. */
    public List<RuleSource> rules() {
        return List.copyOf(rules.values());
    }

    /** Whether the release has a reason of this id; releases from before it was added have none. */
    public boolean hasReason(String id) {
        return reasons.containsKey(id);
    }

    /** Why the rule or table row of this id counts, in both languages; may hold {@code {placeholders}}. */
    public Text reason(String id) {
        Text reason = reasons.get(id);
        if (reason == null) {
            throw new RulebookException("rules/messages", "no reason for " + id);
        }
        return reason;
    }

    /** What has to be done about what the rule of this id found; null where the release does not say. */
    public @Nullable Text remedy(String id) {
        return remedies.get(id);
    }

    /** The reason of a row's id; throws {@link RulebookException} naming the row when there is none. */
    public Text reason(CsvTable.Row row) {
        Text reason = reasons.get(row.id());
        if (reason == null) {
            throw row.fault("no reason for " + row.id() + " in rules/messages");
        }
        return reason;
    }

    /** Whether there is a table at this path; releases from before it was added have none. */
    public boolean hasTable(String path) {
        return files.files().containsKey(path);
    }

    /** The table at this path; throws {@link RulebookException} when the release has none. */
    public CsvTable table(String path) {
        return tables.computeIfAbsent(path, unread -> CsvTable.read(files, unread));
    }

    /**
     * What {@code read} makes of this rulebook, made once and kept with it: parsed tables, ready for use in a decision.
     */
    public <T> T view(Class<T> type, Function<Rulebook, T> read) {
        return type.cast(views.computeIfAbsent(type, key -> read.apply(this)));
    }

    /**
     * Which rules fire on these facts, and what the facts say that they matched, as far as the rule reads it. Fires all
     * rules once more: for the record of a decision, not for deciding.
     */
    public SortedMap<String, List<SortedMap<String, String>>> firedOn(Collection<?> facts) {
        SortedMap<String, List<SortedMap<String, String>>> fired = new TreeMap<>();
        for (RuleSet ruleSet : List.of(riskRules(), coverRules())) {
            ruleSet.matches(facts).forEach((rule, matched) -> fired.put(rule, asRead(rule, matched)));
        }
        return fired;
    }

    private List<SortedMap<String, String>> asRead(String ruleId, List<Object> facts) {
        RuleSource rule = rules.get(ruleId);
        if (rule == null) {
            throw new IllegalStateException("rules are compiled from their sources: " + ruleId);
        }
        return facts.stream().map(fact -> FactValues.asRead(fact, rule)).toList();
    }

    /**
     * Which condition of a rule found no fact, and what the facts said instead. Compiles probes, so it takes about a
     * second: for questions asked afterwards, not for decisions.
     */
    public WhyNot explain(String ruleId, Collection<?> facts) {
        RuleSource rule = rules.get(ruleId);
        if (rule == null) {
            throw new RulebookException("rules", "no rule " + ruleId);
        }
        return new WhyNotProbe(rule).explain(new ArrayList<>(facts));
    }

    /** Frees the compiled rules. Decisions still running on them must have ended. */
    @Override
    public void close() {
        compiled.close();
    }
}
