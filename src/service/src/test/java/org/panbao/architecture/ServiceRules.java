package org.panbao.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Set;

/** What the service's packages may use. The rules take the packages they look at, so that offenders can be tried. */
final class ServiceRules {

    private static final Set<String> MACHINE_CLOCKS = Set.of("java.lang.System", "java.util.Date");

    private ServiceRules() {}

    /** HTTP is spoken in the {@code http} packages, in {@code api} and in {@code web}. */
    static ArchRule springWebInHttpOnly(String... packages) {
        return noClasses()
                .that(resideInAnyPackage(packages).and(not(resideInAnyPackage("..http..", "..api..", "..web.."))))
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.springframework.web.."));
    }

    /** CSV from outside is read and written in the {@code csv} packages; {@code rulebook} reads that of a release. */
    static ArchRule openCsvInCsvPackagesOnly(String... packages) {
        return noClasses()
                .that(resideInAnyPackage(packages).and(not(resideInAnyPackage("..csv..", "org.panbao.rulebook.."))))
                .should()
                .dependOnClassesThat(resideInAnyPackage("com.opencsv.."));
    }

    /** Time comes from the {@link Clock} that the application has: {@code clock.instant()}, {@code LocalDate.now(clock)}. */
    static ArchRule noTimeWithoutAClock(String... packages) {
        return noClasses()
                .that(resideInAnyPackage(packages))
                .should()
                .callCodeUnitWhere(describe("reads the machine's clock", ServiceRules::readsTheMachinesClock));
    }

    private static boolean readsTheMachinesClock(JavaCall<?> call) {
        String owner = call.getTargetOwner().getFullName();
        boolean now = owner.startsWith("java.time.")
                && call.getTarget().getName().equals("now")
                && call.getTarget().getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
        boolean machine = MACHINE_CLOCKS.contains(owner)
                && (call.getTarget().getName().equals("currentTimeMillis")
                        || owner.equals("java.util.Date")
                                && call.getTarget().getRawParameterTypes().isEmpty()
                                && call.getTarget().getName().equals("<init>"));
        return now || machine;
    }
}
