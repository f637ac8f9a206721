package org.panbao.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/** What the plain-Java floors may use. The rules take the packages they look at, so that offenders can be tried. */
final class CoreRules {

    private static final Set<String> CLOCK_AND_CHANCE = Set.of("now", "currentTimeMillis", "randomUUID", "random");

    private CoreRules() {}

    /** Floors 0 to 2: the JDK without files, SQL and logging, jspecify, and one another. */
    static ArchRule plainJava(String... packages) {
        return classes()
                .that(resideInAnyPackage(packages).and(areNotPackageInfo()))
                .should()
                .onlyDependOnClassesThat(plain());
    }

    /** As {@link #plainJava}, and streams and digests: {@code base} reads its messages from the class path. */
    static ArchRule plainJavaWithStreams(String... packages) {
        return classes()
                .that(resideInAnyPackage(packages).and(areNotPackageInfo()))
                .should()
                .onlyDependOnClassesThat(plain().or(resideInAnyPackage("java.io", "java.security")));
    }

    private static DescribedPredicate<JavaClass> plain() {
        return resideInAnyPackage(
                        "java.lang..",
                        "java.math..",
                        "java.time..",
                        "java.util",
                        "java.util.function..",
                        "java.util.stream..",
                        "java.util.regex..",
                        "java.util.concurrent..",
                        "java.text..",
                        "java.nio.charset..",
                        "org.jspecify..",
                        "org.panbao..")
                .or(describe("primitive types and arrays of them", CoreRules::isPrimitive));
    }

    /** Drools is imported in one place. */
    static ArchRule noDroolsOutside(String home) {
        return noClasses()
                .that(not(resideInAnyPackage(home)))
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.kie..", "org.drools.."));
    }

    /** The rulebook alone may read files and use Drools, OpenCSV, YAML. */
    static ArchRule rulebookLibraries(String... packages) {
        return classes()
                .that(resideInAnyPackage(packages).and(areNotPackageInfo()))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                                "java.io..",
                                "java.lang..",
                                "java.math..",
                                "java.time..",
                                "java.util..",
                                "java.nio..",
                                "java.security..",
                                "java.text..",
                                "org.jspecify..",
                                "org.kie..",
                                "org.drools..",
                                "com.opencsv..",
                                "tools.jackson..",
                                "org.panbao.base..",
                                "org.panbao.rulebook..")
                        .or(describe("primitive types and arrays of them", CoreRules::isPrimitive)));
    }

    /** Time and chance are passed in. */
    static ArchRule noClockAndNoChance(String... packages) {
        return noClasses()
                .that(resideInAnyPackage(packages))
                .should()
                .callMethodWhere(describe("reads the clock or draws at random", CoreRules::readsClockOrChance));
    }

    private static boolean readsClockOrChance(JavaCall<?> call) {
        return CLOCK_AND_CHANCE.contains(call.getTarget().getName())
                && call.getTargetOwner().getPackageName().startsWith("java.");
    }

    private static DescribedPredicate<JavaClass> areNotPackageInfo() {
        return describe("are not package-info", type -> !type.getSimpleName().equals("package-info"));
    }

    private static boolean isPrimitive(JavaClass type) {
        return type.getBaseComponentType().isPrimitive();
    }
}
