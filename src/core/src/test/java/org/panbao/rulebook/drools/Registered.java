package org.panbao.rulebook.drools;

import org.kie.api.KieServices;

/** Looks into the engine's process-wide registry. */
public final class Registered {

    private Registered() {}

    public static boolean modulesOf(String group, String artifact, String version) {
        KieServices services = KieServices.Factory.get();
        return services.getRepository().getKieModule(services.newReleaseId(group, artifact, version)) != null;
    }
}
