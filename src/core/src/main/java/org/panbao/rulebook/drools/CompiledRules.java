package org.panbao.rulebook.drools;

import java.util.Map;
import java.util.function.Predicate;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieContainer;
import org.panbao.rulebook.RuleSet;

/** The rule sets compiled from one release's DRL, and the module they came from. */
public final class CompiledRules implements AutoCloseable {

    private final KieContainer container;
    private final InternalKieModule module;
    private final Map<String, KieBase> bases;

    CompiledRules(KieContainer container, InternalKieModule module, Map<String, KieBase> bases) {
        this.container = container;
        this.module = module;
        this.bases = Map.copyOf(bases);
    }

    /** The rule set of this name; throws when the compiler was not told of it. */
    public RuleSet ruleSet(String name) {
        return ruleSet(name, fact -> true);
    }

    /** The same, shown only the facts that {@code isRead} lets pass: the caller knows that no rule matches the others. */
    public RuleSet ruleSet(String name, Predicate<Object> isRead) {
        KieBase base = bases.get(name);
        if (base == null) {
            throw new IllegalArgumentException("no rule set " + name);
        }
        return new DroolsRuleSet(base, isRead);
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
