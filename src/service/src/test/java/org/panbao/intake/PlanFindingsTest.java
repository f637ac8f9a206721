package org.panbao.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.panbao.base.Finding;
import org.panbao.base.Severity;

/** Small edits to a valid plan and the finding that each must bring; {@code intake/findings.txt} is the table. */
class PlanFindingsTest {

    @ParameterizedTest
    @ValueSource(strings = {"full", "short"})
    void aValidPlanIsMapped(String name) {
        PlanReading reading = IntakeFixtures.reader().read(IntakeFixtures.bytes(name));
        assertThat(reading.findings()).extracting(Finding::severity).doesNotContain(Severity.ERROR);
        assertThat(reading.plan()).isNotNull();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvFileSource(
            resources = "/intake/findings.txt",
            numLinesToSkip = 1,
            delimiter = '|',
            quoteCharacter = '`',
            maxCharsPerColumn = 10_000)
    void tellsTheFinding(String name, String edits, Severity severity, String code, String pointer) {
        String edit = edits == null ? "" : edits;
        PlanReading reading = IntakeFixtures.reader().read(PlanEdits.bytes("full", edit));
        List<Finding> before =
                IntakeFixtures.reader().read(IntakeFixtures.bytes("full")).findings();

        assertThat(reading.findings())
                .anySatisfy(finding -> {
                    assertThat(finding.code()).isEqualTo(code);
                    assertThat(finding.pointer()).isEqualTo(pointer == null ? "" : pointer);
                    assertThat(finding.severity()).isEqualTo(severity);
                })
                .allSatisfy(finding -> assertThat(
                                finding.message().zh() + finding.message().en())
                        .isNotBlank()
                        .doesNotContain("{", "}"));
        assertThat(before)
                .noneMatch(finding ->
                        finding.code().equals(code) && finding.pointer().equals(pointer));
        assertThat(reading.plan() == null)
                .isEqualTo(reading.findings().stream().anyMatch(finding -> finding.severity() == Severity.ERROR));
    }

    @Test
    void tellsEverythingAtOnceWhateverElseIsWrong() {
        String edits = "set /insureds/0/creditCode = \"91130100MA9TE5T126\" && set /insureds/1/staffCount = \"many\""
                + " && remove /policyholder/name && set /colour = 1 && set /security/incidents/0/occurredOn = \"2027-01-01\"";
        assertThat(IntakeFixtures.reader().read(PlanEdits.bytes("full", edits)).findings())
                .filteredOn(finding -> finding.severity() == Severity.ERROR)
                .extracting(Finding::code)
                .contains("uscc-check-digit", "wrong-type-integer", "missing-field", "unknown-field", "date-in-future");
    }

    @Test
    void whatIsExpectedIsSaidInWords() {
        assertThat(IntakeFixtures.reader()
                        .read(PlanEdits.bytes("full", "set /need/scenarios/0 = \"勒索\""))
                        .findings())
                .filteredOn(finding -> finding.code().equals("wrong-format"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.message().zh())
                            .contains("的写法不对。应填：风险场景代码")
                            .endsWith("例如 RANSOMWARE。");
                    assertThat(finding.message().en())
                            .contains("Expected: Code of a risk scenario")
                            .endsWith("for example RANSOMWARE.");
                });
    }

    /** Names of fields are of one or of many, so no sentence may hang on them. */
    @Test
    void whatIsMissingIsToldInASentenceThatFitsEveryName() {
        assertThat(IntakeFixtures.reader()
                        .read(PlanEdits.bytes("full", "remove /insureds"))
                        .findings())
                .filteredOn(finding -> finding.pointer().equals("/insureds"))
                .extracting(finding -> finding.message().en())
                .containsExactly("Required and missing: insureds.");
    }

    @Test
    void saysHowManyAreTooManyToList() {
        List<Finding> findings = IntakeFixtures.reader()
                .read(PlanEdits.bytes("full", "fill /need/covers = 7 3000"))
                .findings();
        assertThat(findings)
                .hasSizeLessThanOrEqualTo(501)
                .extracting(Finding::code)
                .contains("too-many-findings");
    }
}
