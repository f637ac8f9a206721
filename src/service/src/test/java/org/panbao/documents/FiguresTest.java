package org.panbao.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What readers see of a number. */
class FiguresTest {

    @Test
    void aFractionHasTwelveSignificantDigitsAndAWholeNumberAllOfItsOwn() {
        assertThat(Figures.number("12345.678901234567")).isEqualTo("12,345.6789012");
        assertThat(Figures.number("1234567890123456")).isEqualTo("1,234,567,890,123,456");
        assertThat(Figures.number("1234567890123456.75")).isEqualTo("1,234,567,890,123,457");
        assertThat(Figures.number("0.0025")).isEqualTo("0.0025");
        assertThat(Figures.number("1.0")).isEqualTo("1");
        assertThat(Figures.number(null)).isEqualTo("—");
    }

    @Test
    void yuanHaveTwoDecimals() {
        assertThat(Figures.money("390000")).isEqualTo("390,000.00");
        assertThat(Figures.money(null)).isEqualTo("—");
        assertThat(Figures.change(new BigDecimal("1500"))).isEqualTo("+1,500.00");
        assertThat(Figures.change(new BigDecimal("-0.5"))).isEqualTo("−0.50");
    }

    @Test
    void aRangeHasItsEndsAndASingleValueNone() {
        assertThat(range("{'low': '50', 'lowIncluded': false, 'high': '100000', 'highIncluded': true}"))
                .isEqualTo("(50, 100,000]");
        assertThat(range("{'low': null, 'lowIncluded': false, 'high': '0.80', 'highIncluded': false}"))
                .isEqualTo("(−∞, 0.8)");
        assertThat(range("{'low': '2', 'lowIncluded': true, 'high': null, 'highIncluded': false}"))
                .isEqualTo("[2, +∞)");
        assertThat(range("{'low': '0.9', 'lowIncluded': true, 'high': '0.9', 'highIncluded': true}"))
                .isEqualTo("0.9");
        assertThat(range("null")).isNull();
    }

    private static String range(String json) {
        return Figures.range(JsonMapper.shared().readTree(json.replace('\'', '"')), Figures::number);
    }
}
