package org.panbao.rulebook.drools;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.runtime.ClassObjectFilter;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionConfiguration;
import org.kie.api.runtime.ObjectFilter;
import org.kie.api.runtime.conf.ThreadSafeOption;
import org.panbao.rulebook.Hit;
import org.panbao.rulebook.RuleSet;

/**
 * A knowledge base that fires in a session per call. A session shared by two threads gives wrong answers without any
 * exception, so none is ever kept.
 */
final class DroolsRuleSet implements RuleSet {

    private static final Comparator<Hit> ORDER =
            Comparator.comparing(Hit::ruleId).thenComparing(Hit::subject).thenComparing(Hit::toString);

    /** Known to the engine by its class, so that it looks at no other facts. */
    private static final ObjectFilter HITS = new ClassObjectFilter(Hit.class);

    private final KieBase base;
    private final Predicate<Object> isRead;
    private final KieSessionConfiguration configuration;

    /** @param isRead whether some rule could match a fact; the others are not inserted */
    DroolsRuleSet(KieBase base, Predicate<Object> isRead) {
        this.base = base;
        this.isRead = isRead;
        this.configuration = KieServices.Factory.get().newKieSessionConfiguration();
        this.configuration.setOption(ThreadSafeOption.NO); // one thread alone ever sees a session
    }

    @Override
    public List<Hit> fire(Collection<?> facts) {
        KieSession session = base.newKieSession(configuration, null);
        try {
            for (Object fact : facts) {
                if (isRead.test(fact)) {
                    session.insert(fact);
                }
            }
            session.fireAllRules();
            SortedSet<Hit> hits = new TreeSet<>(ORDER);
            for (Object hit : session.getObjects(HITS)) {
                hits.add((Hit) hit);
            }
            return List.copyOf(hits);
        } finally {
            session.dispose();
        }
    }

    KieBase base() {
        return base;
    }
}
