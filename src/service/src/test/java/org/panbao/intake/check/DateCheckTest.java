package org.panbao.intake.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.panbao.base.Finding;
import org.panbao.intake.IntakeFixtures;
import org.panbao.intake.PlanEdits;

/** The ends of the spans of time; today is 2026-03-01. */
class DateCheckTest {

    @ParameterizedTest(name = "{0} {1}: {2} is told: {3}")
    @CsvSource({
        "/policyholder/founded, 2026-03-01, date-in-future, false",
        "/policyholder/founded, 2026-03-02, date-in-future, true",
        "/policyholder/founded, 1850-01-01, date-too-early, false",
        "/policyholder/founded, 1849-12-31, date-too-early, true",
        "/need/inception, 2026-03-01, inception-past, false",
        "/need/inception, 2026-02-28, inception-past, true",
        "/need/inception, 2027-03-01, inception-far, false",
        "/need/inception, 2027-03-02, inception-far, true",
        "/security/services/0/to, 2025-07-01, date-order, false",
        "/security/services/0/to, 2025-06-30, date-order, true",
    })
    void tellsFromTheDayOn(String pointer, String date, String code, boolean told) {
        String edit = "set " + pointer + " = \"" + date + "\"";
        assertThat(IntakeFixtures.reader().read(PlanEdits.bytes("full", edit)).findings())
                .extracting(Finding::code)
                .satisfies(codes -> assertThat(codes.contains(code)).isEqualTo(told));
    }
}
