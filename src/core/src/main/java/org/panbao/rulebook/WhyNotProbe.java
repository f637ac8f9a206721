package org.panbao.rulebook;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.panbao.rulebook.RuleSource.Condition;
import org.panbao.rulebook.drools.CompiledRules;
import org.panbao.rulebook.drools.DrlCompiler;

/**
 * Tests a rule's conditions step by step with the engine itself: one probe rule for every pattern with its first
 * constraint, its first two, and so on, fired for one fact of the pattern's type at a time.
 */
final class WhyNotProbe {

    private static final String PROBES = "probes";

    private final RuleSource rule;

    WhyNotProbe(RuleSource rule) {
        this.rule = rule;
    }

    WhyNot explain(List<?> facts) {
        DrlCompiler compiler = new DrlCompiler(Map.of(PROBES, List.of("rules." + rule.area())));
        String path = "rules/" + rule.area() + "/probe.drl";
        SortedMap<String, byte[]> files = new TreeMap<>(Map.of(path, drl().getBytes(StandardCharsets.UTF_8)));
        try (CompiledRules compiled = compiler.compile(files, "probe-" + rule.id())) {
            return explain(compiled.ruleSet(PROBES), facts);
        }
    }

    private String drl() {
        StringBuilder drl = new StringBuilder(rule.header());
        drl.append("import org.panbao.rulebook.Hit.PendingHit;\n");
        for (int i = 0; i < rule.patterns().size(); i++) {
            Condition condition = rule.patterns().get(i);
            for (int count = 0; count <= condition.constraints().size(); count++) {
                String name = probe(i, count);
                drl.append("rule \"").append(name).append("\"\nwhen\n").append(boundBefore(i));
                drl.append("    ").append(condition.withFirst(count)).append('\n');
                drl.append("then\n    insert(new PendingHit(\"").append(name).append("\", \"\"));\nend\n");
            }
        }
        return drl.toString();
    }

    /** The earlier patterns that bind a variable, since a later pattern may use it. */
    private String boundBefore(int index) {
        StringBuilder patterns = new StringBuilder();
        for (Condition condition : rule.patterns().subList(0, index)) {
            if (condition.binding() != null) {
                patterns.append("    ").append(condition.binding()).append(" : ");
                patterns.append(condition.withFirst(condition.constraints().size()))
                        .append('\n');
            }
        }
        return patterns.toString();
    }

    private static String probe(int pattern, int constraints) {
        return "probe " + pattern + "." + constraints;
    }

    private WhyNot explain(RuleSet probes, List<?> facts) {
        for (int i = 0; i < rule.patterns().size(); i++) {
            WhyNot unmet = unmet(probes, facts, i);
            if (unmet != null) {
                return unmet;
            }
        }
        return new WhyNot(rule.id(), true, null, null, List.of());
    }

    private @Nullable WhyNot unmet(RuleSet probes, List<?> facts, int index) {
        Condition condition = rule.patterns().get(index);
        List<Object> left = ofType(facts, condition.type());
        String failing = null;
        for (int count = 1; count <= condition.constraints().size() && failing == null; count++) {
            List<Object> next = meeting(probes, facts, left, probe(index, count));
            if (next.isEmpty()) {
                failing = condition.constraints().get(count - 1);
            } else {
                left = next;
            }
        }
        boolean found = failing == null && !left.isEmpty();
        return found != condition.negated() ? null : answer(condition, found ? null : failing, left);
    }

    private WhyNot answer(Condition condition, @Nullable String failing, List<Object> facts) {
        String pattern = (condition.negated() ? "not " : "")
                + condition.withFirst(condition.constraints().size());
        List<SortedMap<String, String>> values =
                facts.stream().map(FactValues::of).toList();
        return new WhyNot(rule.id(), false, pattern, failing, values);
    }

    private static List<Object> ofType(List<?> facts, String type) {
        List<Object> found = new ArrayList<>();
        for (Object fact : facts) {
            if (fact.getClass().getSimpleName().equals(type)) {
                found.add(fact);
            }
        }
        return found;
    }

    private static List<Object> meeting(RuleSet probes, List<?> facts, List<Object> candidates, String probe) {
        List<Object> meeting = new ArrayList<>();
        for (Object candidate : candidates) {
            List<Object> trial = new ArrayList<>(facts);
            trial.removeIf(fact -> fact.getClass() == candidate.getClass());
            trial.add(candidate);
            if (probes.fire(trial).stream().anyMatch(hit -> hit.ruleId().equals(probe))) {
                meeting.add(candidate);
            }
        }
        return meeting;
    }
}
