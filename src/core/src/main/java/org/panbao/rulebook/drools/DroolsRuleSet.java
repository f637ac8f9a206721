package org.panbao.rulebook.drools;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.kie.api.KieBase;
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

    KieBase base() {
        return base;
    }
}
