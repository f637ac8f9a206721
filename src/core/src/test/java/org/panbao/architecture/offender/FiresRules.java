package org.panbao.architecture.offender;

import org.kie.api.runtime.KieSession;

/** Planted: runs Drools outside the rulebook. */
public class FiresRules {
    public int fire(KieSession session) {
        return session.fireAllRules();
    }
}
