package org.panbao.rulebook.drools;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.kie.api.KieBase;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.ClassObjectFilter;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.ObjectFilter;
import org.panbao.rulebook.Hit;
import org.panbao.rulebook.RuleSet;

/**
 * A knowledge base that fires in a session per call. A session shared by two threads gives wrong answers without any
 * exception, so none is ever kept. Sessions have their default options: with direct firing, rules whose conditions hold
 * {@code exists} lose facts now and then.
 */
final class DroolsRuleSet implements RuleSet {

    private static final Comparator<Hit> ORDER =
            Comparator.comparing(Hit::ruleId).thenComparing(Hit::subject).thenComparing(Hit::toString);

    /** Known to the engine by its class, so that it looks at no other facts. */
    private static final ObjectFilter HITS = new ClassObjectFilter(Hit.class);

    private final KieBase base;

    DroolsRuleSet(KieBase base) {
        this.base = base;
    }

    @Override
    public List<Hit> fire(Collection<?> facts) {
        KieSession session = base.newKieSession();
        try {
            facts.forEach(session::insert);
            session.fireAllRules();
            return session.getObjects(HITS).stream()
                    .map(Hit.class::cast)
                    .sorted(ORDER)
                    .distinct()
                    .toList();
        } finally {
            session.dispose();
        }
    }

    @Override
    public SortedMap<String, List<Object>> matches(Collection<?> facts) {
        SortedMap<String, Set<Object>> matched = new TreeMap<>();
        KieSession session = base.newKieSession();
        try {
            session.addEventListener(new DefaultAgendaEventListener() {
                @Override
                public void afterMatchFired(AfterMatchFiredEvent event) {
                    String rule = event.getMatch().getRule().getName();
                    matched.computeIfAbsent(rule.substring(0, rule.indexOf(' ')), id -> new HashSet<>())
                            .addAll(event.getMatch().getObjects());
                }
            });
            facts.forEach(session::insert);
            session.fireAllRules();
        } finally {
            session.dispose();
        }
        SortedMap<String, List<Object>> ordered = new TreeMap<>();
        matched.forEach((rule, found) -> ordered.put(
                rule,
                facts.stream().filter(found::contains).map(Object.class::cast).toList()));
        return ordered;
    }

    KieBase base() {
        return base;
    }
}
