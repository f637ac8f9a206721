package org.panbao.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.panbao.PanbaoApplication;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;

/** Packages as modules: calls go down, and only as each {@code package-info.java} says. */
class ModulesTest {

    @Test
    void modulesCallOnlyWhatTheyDeclare() {
        ApplicationModules modules = ApplicationModules.of(PanbaoApplication.class);
        assertThat(modules.stream().map(module -> module.getIdentifier().toString()))
                .contains("base", "profile", "rulebook", "storage", "access", "audit");
        modules.verify();
    }

    @Test
    void everyModuleDeclaresItsDependencies() {
        // an open list would let any call pass
        assertThat(ApplicationModules.of(PanbaoApplication.class).stream())
                .allSatisfy(module -> assertThat(module.getBasePackage()
                                .getAnnotation(org.springframework.modulith.ApplicationModule.class)
                                .orElseThrow()
                                .allowedDependencies())
                        .as("allowed dependencies of %s", module.getIdentifier())
                        .doesNotContain(org.springframework.modulith.ApplicationModule.OPEN_TOKEN));
    }

    @Test
    void anUndeclaredCallAndAReachIntoAnInnerPackageAreCaught() {
        ApplicationModules planted = ApplicationModules.of(
                "org.panbao.architecture.offender", (com.tngtech.archunit.core.importer.ImportOption) location -> true);
        assertThatThrownBy(planted::verify)
                .isInstanceOf(Violations.class)
                .hasMessageContaining("lower")
                .hasMessageContaining("upper");
    }
}
