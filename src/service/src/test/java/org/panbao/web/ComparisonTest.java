package org.panbao.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.panbao.base.Text;

class ComparisonTest {

    private final Wording wording = new Wording(Locale.ENGLISH);

    @Test
    void joinsInTheOrderOfTheFirstAndAddsWhatTheSecondHasBeyondIt() {
        Map<Text, String> left = new LinkedHashMap<>();
        left.put(name("DR"), "100.00");
        left.put(name("BI"), "20.00");
        Map<Text, String> right = new LinkedHashMap<>();
        right.put(name("IR"), "30.00");
        right.put(name("DR"), "100.00");

        List<Pair<String>> pairs = Pair.join(left, right);

        assertThat(pairs)
                .containsExactly(
                        new Pair<>(name("DR"), "100.00", "100.00"),
                        new Pair<>(name("BI"), "20.00", null),
                        new Pair<>(name("IR"), null, "30.00"));
        assertThat(pairs).extracting(Pair::differs).containsExactly(false, true, true);
    }

    @Test
    void tellsHowMuchTheSecondIsLargerWithItsSign() {
        assertThat(wording.difference("1234.50", "3234.75")).isEqualTo("+2,000.25");
        assertThat(wording.difference("53.2", "50")).isEqualTo("-3.20");
        assertThat(wording.difference("0.0040", "0")).isEqualTo("0.00");
        assertThat(wording.difference("53.20", "53.20")).isEqualTo("0.00");
        assertThat(wording.difference(null, "50")).isEqualTo("—");
        assertThat(wording.difference("50", null)).isEqualTo("—");
    }

    /** A grant until the end of 30 June ends at the first moment of 1 July, 16:00 UTC of the day before. */
    @Test
    void anEndAtMidnightIsTheDayThatEndsThen() {
        assertThat(wording.until(Instant.parse("2027-06-30T16:00:00Z"))).isEqualTo("2027-06-30");
        assertThat(wording.until(Instant.parse("2027-06-30T01:30:00Z"))).isEqualTo("2027-06-30 09:30");
    }

    @Test
    void findsTheFirstStepThatIsNotTheSame() {
        StepLine base = step("1", "0.0025");
        StepLine factor = step("2", "0.85");
        StepLine other = step("2", "0.90");

        assertThat(Comparison.firstDifference(List.of(base, factor), List.of(base, other)))
                .isEqualTo(new Pair<>(name(""), factor, other));
        assertThat(Comparison.firstDifference(List.of(base, factor), List.of(base)))
                .isEqualTo(new Pair<>(name(""), factor, null));
        assertThat(Comparison.firstDifference(List.of(base), List.of(base))).isNull();
    }

    private static Text name(String name) {
        return new Text(name, name);
    }

    private static StepLine step(String number, String value) {
        return new StepLine(number, "x", null, "x", "LOOKUP", List.of(), null, value, null);
    }
}
