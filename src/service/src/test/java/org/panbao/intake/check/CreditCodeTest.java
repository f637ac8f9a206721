package org.panbao.intake.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.panbao.intake.IntakeFixtures;

/**
 * Codes of {@code codes/credit-codes.csv}: the example that GB 32100-2015 prints, and made-up ones. Their check
 * characters were worked apart from the program: the places of the first 17 characters in the alphabet, weighted by 3 to
 * the power of 0 to 16 modulo 31, are added up; the check character is what is missing to a multiple of 31.
 */
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
        assertThat(codes.findFault("91360211M000MADE5T")).contains(CreditCode.Fault.CHECK_DIGIT);
    }

    @Test
    void anEarlyPilotCodeWhoseSerialNumberIsMistypedIsATypingError() {
        assertThat(codes.findFault("91350211M000MADF5T")).contains(CreditCode.Fault.CHECK_DIGIT);
    }
}
