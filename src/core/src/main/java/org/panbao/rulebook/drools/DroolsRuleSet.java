package org.panbao.rulebook.drools;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.panbao.rulebook.Hit;
import org.panbao.rulebook.RuleSet;

/**
 * A knowledge base that fires in a session per call. A session shared by two threads gives wrong answers without any
 * exception, so none is ever kept.
 */
final class DroolsRuleSet implements RuleSet {

    private static final Comparator<Hit> ORDER =
            Comparator.comparing(Hit::ruleId).thenComparing(Hit::subject).thenComparing(Hit::toString);

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
            SortedSet<Hit> hits = new TreeSet<>(ORDER);
            for (Object hit : session.getObjects(Hit.class::isInstance)) {
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
