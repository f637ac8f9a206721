package org.panbao.rulebook.drools;

import java.util.Map;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.kie.api.runtime.KieContainer;
import org.panbao.rulebook.RuleSet;

/** The rule sets compiled from one release's DRL, and the module they came from. */
public final class CompiledRules implements AutoCloseable {

    private final KieContainer container;
    private final InternalKieModule module;
    private final Map<String, DroolsRuleSet> ruleSets;

    CompiledRules(KieContainer container, InternalKieModule module, Map<String, DroolsRuleSet> ruleSets) {
        this.container = container;
        this.module = module;
        this.ruleSets = Map.copyOf(ruleSets);
    }

    /** The rule set of this name; throws when the compiler was not told of it. */
    public RuleSet ruleSet(String name) {
        RuleSet ruleSet = ruleSets.get(name);
        if (ruleSet == null) {
            throw new IllegalArgumentException("no rule set " + name);
        }
        return ruleSet;
    }

    /** The compiled module as an archive for {@link DrlCompiler#read}. */
    public byte[] bytes() {
        return module.getBytes();
    }

    @Override
    public void close() {
        container.dispose();
    }
}
