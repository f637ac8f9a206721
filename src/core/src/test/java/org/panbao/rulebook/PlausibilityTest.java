package org.panbao.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.panbao.rulebook.Plausibility.Verdict;

class PlausibilityTest {

    private final Plausibility bounds = Plausibility.read(ReleaseFiles.of(Map.of(
            "rules/intake/plausibility.csv",
            "id,low,high,what,source\nX,1,100,,test\nTOP,,10,,test\n".getBytes(StandardCharsets.UTF_8))));

    @ParameterizedTest(name = "{0}: {1} is {2}")
    @CsvSource({
        "X, 1, PLAUSIBLE",
        "X, 100, PLAUSIBLE",
        "X, 0.9999, IMPLAUSIBLE",
        "X, 0.01, SLIP",
        "X, 0.0001, SLIP",
        "X, 0.00009, IMPLAUSIBLE",
        "X, 100.01, IMPLAUSIBLE",
        "X, 10000, SLIP",
        "X, 1000000, SLIP",
        "X, 1000001, IMPLAUSIBLE",
        "TOP, 0.0000001, PLAUSIBLE",
        "TOP, 10.01, SLIP",
        "TOP, 100001, IMPLAUSIBLE",
    })
    void suspectsTheFactorOfTenThousand(String row, BigDecimal ratio, Verdict verdict) {
        assertThat(bounds.judge(row, ratio, BigDecimal.ONE)).isEqualTo(verdict);
    }
}
