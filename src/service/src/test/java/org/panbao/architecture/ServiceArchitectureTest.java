package org.panbao.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.panbao.architecture.offender.plain.AsksTheClock;
import org.panbao.architecture.offender.plain.AsksTheMachine;
import org.panbao.architecture.offender.plain.MakesADate;
import org.panbao.architecture.offender.plain.ReadsCsv;
import org.panbao.architecture.offender.plain.SpeaksHttp;

class ServiceArchitectureTest {

    private static final String OFFENDERS = "org.panbao.architecture.offender..";
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.panbao");

    @Test
    void springWebStaysInHttpPackagesAndApi() {
        ServiceRules.springWebInHttpOnly("org.panbao..").check(MAIN);
    }

    @Test
    void springWebRuleCatchesAController() {
        assertThat(ServiceRules.springWebInHttpOnly(OFFENDERS)
                        .evaluate(new ClassFileImporter().importClasses(SpeaksHttp.class))
                        .hasViolation())
                .isTrue();
    }

    @Test
    void openCsvStaysInCsvPackages() {
        ServiceRules.openCsvInCsvPackagesOnly("org.panbao..").check(MAIN);
    }

    @Test
    void openCsvRuleCatchesAReaderElsewhere() {
        assertThat(ServiceRules.openCsvInCsvPackagesOnly(OFFENDERS)
                        .evaluate(new ClassFileImporter().importClasses(ReadsCsv.class))
                        .hasViolation())
                .isTrue();
    }

    @Test
    void timeComesFromTheClockOfTheApplication() {
        ServiceRules.noTimeWithoutAClock("org.panbao..").check(MAIN);
    }

    @ParameterizedTest
    @ValueSource(classes = {AsksTheClock.class, AsksTheMachine.class, MakesADate.class})
    void clockRuleCatches(Class<?> planted) {
        assertThat(ServiceRules.noTimeWithoutAClock(OFFENDERS)
                        .evaluate(new ClassFileImporter().importClasses(planted))
                        .hasViolation())
                .isTrue();
    }
}
