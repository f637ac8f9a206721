package org.panbao.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WaterfallTest {

    private static final List<String> ORDER = List.of("BASE", "K1", "K2", "SHORT_TERM");

    @Test
    void addsUpWhatEachSubjectMovesInTheOrderOfTheFiling() {
        JsonNode record = record(
                step("BASE", "premium@A", "0", "100.00"),
                step("K2", "premium@A", "100.00", "80.00"),
                step("K1", "premium@A", "80.00", "120.00"),
                step("BASE", "premium@B", "0", "50.00"),
                step("K1", "premium@B", "50.00", "75.00"),
                step("SUM", "annual", "0", "195.00"),
                step("SHORT_TERM", "term", "195.00", "97.50"));

        // base 100 + 50; K1 40 + 25; K2 −20; half of 195 for the short term
        assertThat(Waterfall.of(record, ORDER::indexOf).bars())
                .extracting(
                        Waterfall.Bar::subject,
                        bar -> bar.from().intValueExact(),
                        bar -> bar.to().toPlainString(),
                        bar -> bar.change().toPlainString())
                .containsExactly(
                        tuple("BASE", 0, "150.00", "150.00"),
                        tuple("K1", 150, "215.00", "65.00"),
                        tuple("K2", 215, "195.00", "-20.00"),
                        tuple("SHORT_TERM", 195, "97.50", "-97.50"));
    }

    @Test
    void leavesOutWhatMovesNothingAndTheBoundsOfOpenCoefficients() {
        JsonNode record = record(
                step("BASE", "premium@A", "0", "100.00"),
                step("K1", "premium@A", "100.00", "100.0000"),
                step("K2", "minimum:premium@A", "100.00", "70.00"));

        assertThat(Waterfall.of(record, ORDER::indexOf).bars())
                .extracting(Waterfall.Bar::subject)
                .containsExactly("BASE");
    }

    /** A third of a fen and more at every step: what is shown is whole fen, and adds up to what is charged. */
    @Test
    void everyBarEndsOnAFenSoThatTheChangesShownAddUp() {
        JsonNode record = record(
                step("BASE", "premium@A", "0", "100.004"),
                step("K1", "premium@A", "100.004", "150.009"),
                step("K2", "premium@A", "150.009", "150.0136"),
                step("ROUND", "premium@A", "150.0136", "150.01"));

        assertThat(Waterfall.of(record, ORDER::indexOf).bars())
                .extracting(
                        Waterfall.Bar::subject,
                        bar -> bar.to().toPlainString(),
                        bar -> bar.change().toPlainString())
                // K1 ends on 150.009, which is 150.01; what K2 and ROUND move from there is less than half a fen
                .containsExactly(tuple("BASE", "100.00", "100.00"), tuple("K1", "150.01", "50.01"));
    }

    @Test
    void aTaxOnTopIsTheLastBar() {
        JsonNode record = JsonMapper.shared().readTree("""
                {"steps": [%s], "result": {"vat": {"includedInRates": false, "net": "100.00", "gross": "106.00"}}}
                """.formatted(step("BASE", "premium@A", "0", "100.00")));

        assertThat(Waterfall.of(record, ORDER::indexOf).bars())
                .extracting(Waterfall.Bar::subject, bar -> bar.to().toPlainString())
                .containsExactly(tuple("BASE", "100.00"), tuple("VAT", "106.00"));
    }

    private static JsonNode record(String... steps) {
        return JsonMapper.shared().readTree("{\"steps\": [" + String.join(",", steps) + "]}");
    }

    private static String step(String subject, String register, String before, String after) {
        return """
                {"subject": "%s", "register": "%s", "before": "%s", "after": "%s"}
                """.formatted(subject, register, before, after);
    }
}
