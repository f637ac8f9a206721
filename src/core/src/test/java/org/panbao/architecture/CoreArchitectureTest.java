package org.panbao.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.panbao.architecture.offender.LooksAtTheClock;
import org.panbao.architecture.offender.ReadsAFile;
import org.panbao.architecture.offender.TalksToADatabase;

class CoreArchitectureTest {

    private static final String OFFENDERS = "org.panbao.architecture.offender..";
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.panbao");

    @Test
    void floorsBelowTheServiceArePlainJava() {
        CoreRules.plainJava("org.panbao.base..", "org.panbao.profile..").check(MAIN);
    }

    @Test
    void plainJavaRuleCatchesADatabaseCall() {
        var offender = new ClassFileImporter().importClasses(TalksToADatabase.class);
        assertThat(CoreRules.plainJava(OFFENDERS).evaluate(offender).hasViolation())
                .isTrue();
    }

    @Test
    void onlyTheRulebookReadsFilesAndRules() {
        CoreRules.rulebookLibraries("org.panbao.rulebook..").check(MAIN);
    }

    @Test
    void plainJavaRuleCatchesAFileRead() {
        var offender = new ClassFileImporter().importClasses(ReadsAFile.class);
        assertThat(CoreRules.plainJava(OFFENDERS).evaluate(offender).hasViolation())
                .isTrue();
    }

    @Test
    void rulebookRuleCatchesADatabaseCall() {
        var offender = new ClassFileImporter().importClasses(TalksToADatabase.class);
        assertThat(CoreRules.rulebookLibraries(OFFENDERS).evaluate(offender).hasViolation())
                .isTrue();
    }

    @Test
    void timeAndChanceArePassedIn() {
        CoreRules.noClockAndNoChance("org.panbao..").check(MAIN);
    }

    @Test
    void clockRuleCatchesNow() {
        var offender = new ClassFileImporter().importClasses(LooksAtTheClock.class);
        assertThat(CoreRules.noClockAndNoChance(OFFENDERS).evaluate(offender).hasViolation())
                .isTrue();
    }
}
