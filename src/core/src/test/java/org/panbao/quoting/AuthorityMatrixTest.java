package org.panbao.quoting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.panbao.coverage.Line;
import org.panbao.quoting.AuthorityMatrix.Authority;
import org.panbao.rulebook.Rulebooks;

class AuthorityMatrixTest {

    @ParameterizedTest
    @CsvSource({
        "PROPERTY, 10000000, 1, AUTOMATIC",
        "PROPERTY, 10000000.01, 1, UNDERWRITER",
        "PROPERTY, 5000000, 0.9999, UNDERWRITER",
        "PROPERTY, 5000000, 0.3, UNDERWRITER",
        "PROPERTY, 5000000, 0.2999, SENIOR_UNDERWRITER",
        "LIABILITY, 5000000, 1, AUTOMATIC",
        "LIABILITY, 20000000.01, 1, SENIOR_UNDERWRITER",
        "LIABILITY, 100000000.01, 1, HEAD_OFFICE",
        "LIABILITY, 1, 0, SENIOR_UNDERWRITER",
        "PROPERTY, 100000000, 0, SENIOR_UNDERWRITER",
        "PROPERTY, 100000000.01, 0, HEAD_OFFICE"
    })
    void leastAuthorityByLineSumAndPosition(Line line, BigDecimal sum, BigDecimal position, Authority expected) {
        assertThat(AuthorityMatrix.of(Rulebooks.current()).required(line, sum, position))
                .isEqualTo(expected);
    }
}
