package org.panbao.rating;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermTest {

    @ParameterizedTest
    @CsvSource({
        "2026-03-01, 2026-08-31, 6",
        "2026-03-01, 2026-09-01, 7",
        "2026-05-01, 2026-05-01, 1",
        "2026-01-31, 2026-02-28, 1",
        "2026-01-31, 2026-03-01, 2",
        "2024-02-29, 2025-02-28, 12",
        "2024-02-29, 2025-03-01, 13",
        "2026-05-02, 2026-05-01, 0",
        "-999999999-01-01, +999999999-12-31, 12000",
        "+999999999-12-31, +999999999-12-31, 1"
    })
    void aBegunMonthCountsWhole(LocalDate inception, LocalDate expiry, int months) {
        assertThat(Term.between(inception, expiry).monthsBegun()).isEqualTo(months);
    }
}
