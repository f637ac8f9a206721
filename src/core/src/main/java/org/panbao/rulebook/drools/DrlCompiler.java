package org.panbao.rulebook.drools;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.drools.compiler.compiler.io.memory.MemoryFileSystem;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.compiler.kie.builder.impl.InternalKieModuleProvider;
import org.drools.model.codegen.ExecutableModelProject;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.Message.Level;
import org.kie.api.builder.ReleaseId;
import org.kie.api.builder.model.KieModuleModel;
import org.kie.api.runtime.KieContainer;
import org.kie.util.maven.support.ReleaseIdImpl;
import org.panbao.rulebook.RulebookException;

/**
 * Compiles DRL files to Drools' executable model, and loads what an earlier start compiled.
 *
 * <p>Modules pass through the process-wide {@code KieRepository} only while they are built: each is taken out again
 * before this class returns, so that reloading leaves nothing behind.
 */
public final class DrlCompiler {

    private static final String RESOURCES = "src/main/resources/";
    private static final Object REPOSITORY_LOCK = new Object();

    private final Map<String, List<String>> packagesByRuleSet;

    /** @param packagesByRuleSet for each rule set its name and the packages that fire together in it */
    public DrlCompiler(Map<String, List<String>> packagesByRuleSet) {
        this.packagesByRuleSet = new LinkedHashMap<>(packagesByRuleSet);
    }

    /** Version of the engine, part of what makes a cached compilation usable. */
    public static String engineVersion() {
        String version = KieServices.class.getPackage().getImplementationVersion();
        return version == null ? "unknown" : version;
    }

    /** Compiles the files, given by path such as {@code rules/gates/identity.drl}; an error names file and line. */
    public CompiledRules compile(SortedMap<String, byte[]> drlFiles, String name) {
        KieServices services = KieServices.Factory.get();
        KieFileSystem system = services.newKieFileSystem();
        ReleaseId id = releaseId(services, name);
        system.generateAndWritePomXML(id);
        system.writeKModuleXML(moduleModel(services).toXML());
        drlFiles.forEach((path, bytes) -> system.write(RESOURCES + path, bytes));
        synchronized (REPOSITORY_LOCK) {
            try {
                KieBuilder builder = services.newKieBuilder(system).buildAll(ExecutableModelProject.class);
                refuseErrors(builder, drlFiles);
                return open(services, id, (InternalKieModule) builder.getKieModule());
            } finally {
                services.getRepository().removeKieModule(id);
            }
        }
    }

    /**
     * Loads what {@link CompiledRules#bytes()} gave earlier, or gives null when the engine cannot read it. The description
     * of the module is made anew: reading it from XML would take longer than reading the rules.
     */
    public @Nullable CompiledRules read(byte[] bytes, String name) {
        KieServices services = KieServices.Factory.get();
        ReleaseId id = releaseId(services, name);
        synchronized (REPOSITORY_LOCK) {
            try {
                MemoryFileSystem files = MemoryFileSystem.readFromJar(new ByteArrayInputStream(bytes));
                if (!id.equals(ReleaseIdImpl.fromPropertiesString(files.findPomProperties()))) {
                    return null; // not what was compiled of these rules
                }
                InternalKieModule module = InternalKieModuleProvider.get(id, moduleModel(services), files);
                services.getRepository().addKieModule(module);
                return open(services, id, module);
            } catch (RuntimeException e) {
                return null; // whatever is wrong with it, compiling again is right
            } finally {
                services.getRepository().removeKieModule(id);
            }
        }
    }

    private CompiledRules open(KieServices services, ReleaseId id, InternalKieModule module) {
        KieContainer container = services.newKieContainer(id);
        Map<String, DroolsRuleSet> ruleSets = new LinkedHashMap<>();
        for (String name : packagesByRuleSet.keySet()) {
            ruleSets.put(name, new DroolsRuleSet(container.getKieBase(name)));
        }
        return new CompiledRules(container, module, ruleSets);
    }

    private KieModuleModel moduleModel(KieServices services) {
        KieModuleModel model = services.newKieModuleModel();
        packagesByRuleSet.forEach((name, packages) -> {
            var base = model.newKieBaseModel(name);
            packages.forEach(base::addPackage);
        });
        return model;
    }

    private static ReleaseId releaseId(KieServices services, String name) {
        return services.newReleaseId("org.panbao.rules", "release", name);
    }

    private static void refuseErrors(KieBuilder builder, SortedMap<String, byte[]> drlFiles) {
        List<RulebookException> faults = builder.getResults().getMessages(Level.ERROR).stream()
                .map(error -> fault(error, drlFiles))
                .toList();
        if (!faults.isEmpty()) {
            throw RulebookException.ofAll(faults);
        }
    }

    private static RulebookException fault(Message error, SortedMap<String, byte[]> drlFiles) {
        String path = error.getPath() == null ? "rules" : error.getPath().replace(RESOURCES, "");
        int line = error.getLine() > 0 ? error.getLine() : lineQuoted(error.getText(), drlFiles.get(path));
        return new RulebookException(path, line, error.getText());
    }

    /** The engine gives some errors no line, but quotes the expression after a colon; 1 when it is not in the file. */
    private static int lineQuoted(String error, byte @Nullable [] file) {
        String quoted = error.substring(error.lastIndexOf(": ") + 1).trim();
        String text = file == null ? "" : new String(file, StandardCharsets.UTF_8);
        int at = Math.max(0, text.indexOf(quoted));
        return (int) text.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
    }
}
