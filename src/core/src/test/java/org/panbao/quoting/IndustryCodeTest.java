package org.panbao.quoting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sections of GB/T 4754-2017: C ends with division 43, I with 65, T is 97. */
class IndustryCodeTest {

    @ParameterizedTest
    @CsvSource({
        "C, C, ",
        "C35, C, 35",
        "I6420, I, 64",
        "3511, C, 35",
        "43, C, 43",
        "44, D, 44",
        "65, I, 65",
        "97, T, 97",
        "98, '', 98",
        "x, '', "
    })
    void readsSectionAndDivision(String code, String section, String division) {
        assertThat(IndustryCode.parse(code)).isEqualTo(new IndustryCode(section, division));
    }
}
