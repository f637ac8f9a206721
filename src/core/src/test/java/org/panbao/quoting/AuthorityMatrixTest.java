package org.panbao.quoting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.panbao.coverage.Line;
import org.panbao.profile.Plan.Form;
import org.panbao.quoting.AuthorityMatrix.Authority;
import org.panbao.rulebook.Rulebooks;

class AuthorityMatrixTest {

    @ParameterizedTest
    @CsvSource({
        "PROPERTY, 1, 1, UNDERWRITER",
        "PROPERTY, 5000000, 0.9999, UNDERWRITER",
        "PROPERTY, 5000000, 0.3, UNDERWRITER",
        "PROPERTY, 5000000, 0.2999, SENIOR_UNDERWRITER",
        "LIABILITY, 20000000, 1, UNDERWRITER",
        "LIABILITY, 20000000.01, 1, SENIOR_UNDERWRITER",
        "LIABILITY, 100000000.01, 1, HEAD_OFFICE",
        "LIABILITY, 1, 0, SENIOR_UNDERWRITER",
        "PROPERTY, 100000000, 0, SENIOR_UNDERWRITER",
        "PROPERTY, 100000000.01, 0, HEAD_OFFICE"
    })
    void leastAuthorityByLineSumAndPosition(Line line, BigDecimal sum, BigDecimal position, Authority expected) {
        assertThat(required(new AuthorityMatrix.Case(Form.FULL, line, true, sum), position))
                .isEqualTo(expected);
    }

    /** Only the inclusive form, up to the ceiling, with nothing to be put right or dropped and nothing chosen by a person. */
    @ParameterizedTest
    @CsvSource({
        "SHORT, PROPERTY, false, 1000000, 1, AUTOMATIC",
        "SHORT, PROPERTY, false, 1000000.01, 1, UNDERWRITER",
        "SHORT, PROPERTY, true, 1000000, 1, UNDERWRITER",
        "SHORT, PROPERTY, false, 1000000, 0.9999, UNDERWRITER",
        "SHORT, LIABILITY, false, 500000, 1, AUTOMATIC",
        "SHORT, LIABILITY, false, 500000.01, 1, UNDERWRITER",
        "FULL, PROPERTY, false, 1, 1, UNDERWRITER"
    })
    void theServiceAcceptsCleanInclusiveFormsUpToTheCeilingOnly(
            Form form, Line line, boolean blocked, BigDecimal sum, BigDecimal position, Authority expected) {
        assertThat(required(new AuthorityMatrix.Case(form, line, blocked, sum), position))
                .isEqualTo(expected);
    }

    private static Authority required(AuthorityMatrix.Case wanted, BigDecimal position) {
        return AuthorityMatrix.of(Rulebooks.current()).required(wanted, position);
    }
}
