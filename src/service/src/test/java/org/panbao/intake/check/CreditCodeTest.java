package org.panbao.intake.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.panbao.intake.IntakeFixtures;

class CreditCodeTest {

    private final CreditCode codes = CreditCode.read(IntakeFixtures.RELEASE);

    @ParameterizedTest(name = "{0} is {1}: {2}")
    @CsvFileSource(
            resources = "/codes/credit-codes.csv",
            numLinesToSkip = 1,
            ignoreLeadingAndTrailingWhitespace = false)
    void agreesWithCodesOfKnownState(String filed, String expected) {
        String code = CreditCode.normalise(filed);
        String verdict = codes.findFault(code).map(Enum::name).orElse(code.equals(filed) ? "VALID" : "NORMALISED");
        assertThat(verdict).isEqualTo(expected);
    }

    @Test
    void narrowsFullWidthCharacters() {
        assertThat(CreditCode.normalise("９１350100Ｍ000100Ｙ43")).isEqualTo("91350100M000100Y43");
    }

    @Test
    void anEarlyPilotCodeWithAnotherRegionIsATypingError() {
        assertThat(codes.findFault("91360211M0000XUF46")).contains(CreditCode.Fault.CHECK_DIGIT);
    }

    @Test
    void anEarlyPilotCodeWhoseSerialNumberIsMistypedIsATypingError() {
        assertThat(codes.findFault("91350211M0000XUF56")).contains(CreditCode.Fault.CHECK_DIGIT);
    }
}
