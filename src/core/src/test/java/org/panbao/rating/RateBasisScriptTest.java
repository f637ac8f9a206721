package org.panbao.rating;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.panbao.rating.VerifyScript.Answer;

/** A script in another language re-computes every premium from its record alone, and notices what was changed. */
class RateBasisScriptTest {

    @TempDir
    Path folder;

    private Answer run(String json) throws IOException, InterruptedException {
        return VerifyScript.check(folder, json);
    }

    static Stream<Arguments> untouched() {
        return Stream.of(
                Arguments.of("A for a year", RatingFixtures.goldenA().rate("sample-a")),
                Arguments.of(
                        "A for six months",
                        RatingFixtures.goldenA().term(Term.ofMonths(6)).rate("sample-a")),
                Arguments.of(
                        "A placed by parameters and score",
                        RatingFixtures.placedA().standingChoices().rate("sample-a")),
                Arguments.of(
                        "A with open coefficients", RatingFixtures.placedA().rate("sample-a")),
                Arguments.of(
                        "A without a score",
                        RatingFixtures.goldenA()
                                .withoutChoice("RISK_MANAGEMENT")
                                .rate("sample-a")),
                Arguments.of("B", RatingFixtures.goldenB().rate("table-b")),
                Arguments.of("C", RatingFixtures.goldenC().rate("table-c")),
                Arguments.of(
                        "C by the day",
                        RatingFixtures.goldenC()
                                .term(Term.between(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 4, 10)))
                                .rate("table-c")),
                Arguments.of(
                        "a cap, a logarithm, tax on top",
                        RatingFixtures.testX("123456.78", "34567890.12").rate("table-x")),
                Arguments.of(
                        "a key beyond the table",
                        RatingFixtures.testX("50000", "5000000000").rate("table-x")),
                Arguments.of("D", RatingFixtures.goldenD().rate("sample-d")),
                Arguments.of(
                        "D between points",
                        RatingFixtures.goldenD()
                                .cover("CYBER", "limit", "730000")
                                .parameter("deductible", "1700")
                                .parameter("instalments", "YES")
                                .rate("sample-d")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("untouched")
    void recomputesEveryStep(String name, RatingResult result) throws IOException, InterruptedException {
        Answer answer = run(RecordFixtures.json(RecordFixtures.record(result)));

        assertThat(answer.text()).as(name).isEqualTo("OK\nsignature: there is none");
        assertThat(answer.exit()).isZero();
    }

    static Stream<Arguments> tampering() {
        return Stream.of(
                tampered("a step's value", record -> find(record, "MULTIPLY").put("value", "1.0")),
                tampered(
                        "an operand",
                        record -> operand(find(record, "MULTIPLY"), 1).put("value", "0.5")),
                tampered("an input", record -> input(record, "/covers/DR/limit").put("value", "3000000")),
                tampered(
                        "a key of a row",
                        record -> interval(find(record, "CHOOSE"), "keyRange").put("low", "2500000")),
                tampered("a chosen value", record -> choice(record).put("value", "0.5")),
                tampered("the reason of a choice", record -> choice(record).put("reason", " ")),
                tampered(
                        "the range of a choice",
                        record -> interval(find(record, "CHOOSE"), "values").put("low", "0.9")),
                tampered("an end that belongs", record -> {
                    interval(find(record, "CLAMP"), "values").put("highIncluded", true);
                }),
                tampered(
                        "the rounding",
                        record -> section(find(record, "ROUND"), "rounding").put("scale", "0")),
                tampered("an operator", record -> find(record, "MULTIPLY").put("operator", "ADD")),
                tampered("a missing step", record -> list(record, "steps").remove(find(record, "MULTIPLY"))),
                tampered("a missing clamp", record -> list(record, "steps").remove(find(record, "CLAMP"))),
                tampered("a running total", record -> find(record, "MULTIPLY").put("before", "1.0")),
                tampered(
                        "the premium of a cover",
                        record -> first(section(record, "result"), "covers").put("premium", "1.00")),
                tampered(
                        "the annual premium",
                        record -> section(record, "result").put("annual", "60000.00")),
                tampered(
                        "the premium of the term",
                        record -> section(record, "result").put("term", "60000.00")),
                tampered(
                        "the tax",
                        record -> section(section(record, "result"), "vat").put("tax", "1.00")),
                tampered("an instalment", record -> section(record, "result").put("instalments", List.of("1.00"))),
                tampered(
                        "the interpolation",
                        record -> operand(find(record, "INTERPOLATE_LINEAR"), 3).put("value", "1.45")),
                tampered(
                        "the least filed premium",
                        record ->
                                section(section(record, "result"), "filedRange").put("minimum", "1.00")),
                tampered(
                        "the greatest filed premium of a cover",
                        record -> section(first(section(record, "result"), "covers"), "filedRange")
                                .put("maximum", "9999999.00")),
                tampered(
                        "the position in the filed range",
                        record -> section(record, "result").put("positionInRange", "0.9999")),
                tampered(
                        "what could have been chosen at least",
                        record -> choice(record).put("minimum", "0.8100")),
                tampered(
                        "the product of the coefficients",
                        record -> first(record, "coefficientTotals").put("total", "1.0")),
                tampered(
                        "whether a cap bound",
                        record -> first(record, "coefficientTotals").put("bound", true)),
                tampered("the product after the caps", record -> {
                    Map<String, Object> total = first(record, "coefficientTotals");
                    total.put("cappedTotal", total.get("total") + "00000000001");
                }),
                tampered(
                        "the months of the term",
                        record -> section(record, "term").put("months", "11")),
                tampered(
                        "the first day of the term",
                        record -> section(record, "term").put("inception", "2026-01-01")),
                tampered("more decimals than the result has", record -> {
                    Map<String, Object> rounding = section(find(record, "ROUND"), "rounding");
                    rounding.put("scale", rounding.get("scale") + "0");
                }),
                tampered("a cap that is in no step", record -> record.put("caps", List.of(cap()))),
                tampered("the exposure", record -> first(record, "exposure").put("amount", "200")),
                tampered(
                        "a size band",
                        record -> first(first(record, "exposure"), "bands").put("row", "A-DRL-01")),
                tampered(
                        "a missing exposure", record -> list(record, "exposure").remove(0)),
                tampered("the reference of the filing", record -> filing(record).put("reference", " ")),
                tampered("a filing that comes later", record -> filing(record).put("periodFrom", "2026-03-02")),
                tampered("an override of nothing", record -> record.put("overrides", List.of(override()))),
                tampered("a range check", record -> record.put("rangeChecks", List.of(rangeCheck()))),
                tampered("a number outside a string", record -> record.put("extra", "\u0000number")));
    }

    private static Map<String, Object> filing(Map<String, Object> record) {
        return section(section(record, "identity"), "filing");
    }

    private static Map<String, Object> cap() {
        return Map.of("cap", "X", "register", "annual", "uncapped", "2", "capped", "1", "bound", true);
    }

    private static Map<String, Object> override() {
        Map<String, Object> override = new LinkedHashMap<>();
        override.put("ref", "/choices/DR_LIMIT");
        override.put("coefficient", "DR_LIMIT");
        override.put("cover", "DR");
        override.put("oldValue", null);
        override.put("newValue", "0.81");
        return override;
    }

    /** 200 where 10,000 is the least: ten thousand times more is usual, so it is a slip. */
    private static Map<String, Object> rangeCheck() {
        return Map.of(
                "check",
                "X",
                "ref",
                "/x",
                "value",
                "200",
                "low",
                "10000",
                "high",
                "10000000000",
                "verdict",
                "PLAUSIBLE");
    }

    private static Arguments tampered(String what, Consumer<Map<String, Object>> change) {
        return Arguments.of(what, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tampering")
    void noticesWhatWasChangedEvenWithANewHash(String what, Consumer<Map<String, Object>> change)
            throws IOException, InterruptedException {
        Map<String, Object> record =
                mutable(RecordFixtures.record(RatingFixtures.mixedA().rate("sample-a")));
        change.accept(record);

        Answer answer = run(RecordFixtures.json(record).replace("\"\u0000number\"", "1"));

        assertThat(answer.exit()).as(what + ": " + answer.text()).isEqualTo(1);
        assertThat(answer.text()).doesNotStartWith("OK");
    }

    /** 100 days and four begun months from 1 January to 10 April. */
    @ParameterizedTest
    @CsvSource({"inception, 2026-01-02", "expiry, 2026-04-11", "expiry, 2027-04-10", "months, 3"})
    void noticesAnotherTermThanTheDaysThatWerePaidFor(String member, String value)
            throws IOException, InterruptedException {
        Term days = Term.between(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 4, 10));
        Map<String, Object> record = mutable(
                RecordFixtures.record(RatingFixtures.goldenC().term(days).rate("table-c")));
        section(record, "term").put(member, value);

        assertThat(run(RecordFixtures.json(record)).exit()).isEqualTo(1);
    }

    @Test
    void noticesAnotherProductAfterACapThatBound() throws IOException, InterruptedException {
        Map<String, Object> record = mutable(RecordFixtures.record(
                RatingFixtures.testX("50000", "5000000000").rate("table-x")));
        Map<String, Object> total = first(record, "coefficientTotals");
        assertThat(total.get("bound")).isEqualTo(true);
        total.put("cappedTotal", total.get("cappedTotal") + "1");

        assertThat(run(RecordFixtures.json(record)).text()).contains("capped total of premium@ONE");
    }

    /** The worked examples, from the tariff to the record and back. */
    static Stream<Arguments> golden() {
        return Stream.of(
                Arguments.of("67286.63", RatingFixtures.goldenA().rate("sample-a")),
                Arguments.of(
                        "40371.98",
                        RatingFixtures.goldenA().term(Term.ofMonths(6)).rate("sample-a")),
                Arguments.of("10816.00", RatingFixtures.goldenD().rate("sample-d")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("golden")
    void recomputesTheWorkedExamplesToTheFen(String total, RatingResult result)
            throws IOException, InterruptedException {
        String json = RecordFixtures.json(RecordFixtures.record(result));

        assertThat(json).contains("\"term\":\"" + total + "\"").contains("\"gross\":\"" + total + "\"");
        assertThat(run(json).exit()).isZero();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("untouched")
    void noticesAChangedByte(String name, RatingResult result) throws IOException, InterruptedException {
        String json = RecordFixtures.json(RecordFixtures.record(result)).replace("underwriter-1", "underwriter-2");

        assertThat(run(json).exit()).as(name).isEqualTo(1);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> section(Map<String, Object> parent, String name) {
        return (Map<String, Object>) parent.get(name);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Map<String, Object> parent, String name) {
        return (List<Map<String, Object>>) parent.get(name);
    }

    private static Map<String, Object> first(Map<String, Object> parent, String name) {
        return list(parent, name).get(0);
    }

    private static Map<String, Object> find(Map<String, Object> record, String operator) {
        return list(record, "steps").stream()
                .filter(step -> operator.equals(step.get("operator")))
                .filter(step -> !operator.equals("MULTIPLY") || step.get("cover") != null)
                .skip(operator.equals("MULTIPLY") ? 1 : 0)
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Object> operand(Map<String, Object> step, int index) {
        return list(step, "operands").get(index);
    }

    private static Map<String, Object> input(Map<String, Object> record, String pointer) {
        return list(record, "inputs").stream()
                .filter(input -> pointer.equals(input.get("pointer")))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Object> choice(Map<String, Object> record) {
        return first(record, "choices");
    }

    private static Map<String, Object> interval(Map<String, Object> step, String name) {
        return section(section(step, "hit"), name);
    }

    /** A deep copy that can be changed. */
    @SuppressWarnings("unchecked")
    private static <T> T mutable(T tree) {
        if (tree instanceof Map<?, ?> map) {
            Map<Object, Object> copy = new LinkedHashMap<>();
            map.forEach((name, value) -> copy.put(name, value == null ? null : mutable(value)));
            return (T) copy;
        }
        if (tree instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            list.forEach(item -> copy.add(item == null ? null : mutable(item)));
            return (T) copy;
        }
        return tree;
    }
}
