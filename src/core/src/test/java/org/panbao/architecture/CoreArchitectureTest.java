package org.panbao.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.panbao.architecture.offender.FiresRules;
import org.panbao.architecture.offender.LoadsAResource;
import org.panbao.architecture.offender.LooksAtTheClock;
import org.panbao.architecture.offender.ReadsAFile;
import org.panbao.architecture.offender.ReadsJson;
import org.panbao.architecture.offender.TalksToADatabase;
import org.panbao.architecture.offender.WritesALog;

class CoreArchitectureTest {

    private static final String OFFENDERS = "org.panbao.architecture.offender..";
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.panbao");

    @Test
    void floorsBelowTheServiceArePlainJava() {
        CoreRules.plainJavaWithStreams("org.panbao.base..").check(MAIN);
        CoreRules.plainJava(
                        "org.panbao.profile..",
                        "org.panbao.scoring..",
                        "org.panbao.coverage..",
                        "org.panbao.rating..",
                        "org.panbao.quoting..")
                .check(MAIN);
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                TalksToADatabase.class,
                ReadsAFile.class,
                WritesALog.class,
                ReadsJson.class,
                FiresRules.class,
                LoadsAResource.class
            })
    void plainJavaRuleCatches(Class<?> planted) {
        var offender = new ClassFileImporter().importClasses(planted);
        assertThat(CoreRules.plainJava(OFFENDERS).evaluate(offender).hasViolation())
                .isTrue();
    }

    @Test
    void streamsAreAllFilesThatTheBaseMayUse() {
        var offenders = new ClassFileImporter().importClasses(ReadsAFile.class);
        assertThat(CoreRules.plainJavaWithStreams(OFFENDERS).evaluate(offenders).hasViolation())
                .isTrue();
        var stream = new ClassFileImporter().importClasses(LoadsAResource.class);
        assertThat(CoreRules.plainJavaWithStreams(OFFENDERS).evaluate(stream).hasViolation())
                .isFalse();
    }

    @Test
    void onlyTheRulebookReadsFilesAndRules() {
        CoreRules.rulebookLibraries("org.panbao.rulebook..").check(MAIN);
        CoreRules.noDroolsOutside("org.panbao.rulebook..").check(MAIN);
    }

    @Test
    void droolsRuleCatchesASessionElsewhere() {
        var offender = new ClassFileImporter().importClasses(FiresRules.class);
        assertThat(CoreRules.noDroolsOutside("org.panbao.rulebook..")
                        .evaluate(offender)
                        .hasViolation())
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
