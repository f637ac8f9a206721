package org.panbao.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.panbao.base.Finding;
import org.panbao.base.Money;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;
import org.panbao.rating.RatingFixtures.Request;
import org.panbao.rulebook.Unit;

class TariffCalculatorTest {

    private static Problem refused(Request request, String product) {
        Problem problem = catchThrowableOfType(Problem.class, () -> request.rate(product));
        assertThat(problem).isNotNull();
        return problem;
    }

    @Test
    void choiceOutsideItsRowNamesTableRowAndRange() {
        Problem problem = refused(RatingFixtures.goldenA().choice("CHANNEL", "1.05"), "sample-a");

        assertThat(problem.code()).isEqualTo(ProblemCode.OUTSIDE_FILED_ROW);
        assertThat(problem.values())
                .containsEntry("row", "A-CHN-01")
                .containsEntry("range", "[0.7, 1.0]")
                .containsEntry("table", "rules/products/sample-a/coefficients/channel.csv");
        assertThat(problem.findings()).extracting(Finding::pointer).containsExactly("/choices/CHANNEL/value");
    }

    @ParameterizedTest
    @CsvSource({"DR_LIMIT,0.9", "BI_DAILY_LIMIT,1.0", "LOSS_RATIO,0.6", "SUB_LIMIT,0.9", "RETROACTIVE,0.99"})
    void anEndThatDoesNotBelongCannotBeChosen(String coefficient, String value) {
        Problem problem = refused(RatingFixtures.goldenA().choice(coefficient, value), "sample-a");

        assertThat(problem.code()).isEqualTo(ProblemCode.OUTSIDE_FILED_ROW);
    }

    @ParameterizedTest
    @CsvSource({"''", "'   '", "'\u3000'", "'...'"})
    void choiceWithoutAReasonIsRefused(String reason) {
        Problem problem = refused(RatingFixtures.goldenA().choice("CHANNEL", "0.9", reason), "sample-a");

        assertThat(problem.code()).isEqualTo(ProblemCode.CHOICE_NEEDS_REASON);
        assertThat(problem.findings()).extracting(Finding::pointer).containsExactly("/choices/CHANNEL/reason");
    }

    @Test
    void unchosenCoefficientAsksAndGivesTheRange() {
        RatingResult result = RatingFixtures.goldenA().withoutChoice("CHANNEL").rate("sample-a");

        assertThat(result.annualTotal()).isNull();
        assertThat(result.termTotal()).isNull();
        assertThat(result.unresolved()).hasSize(1);
        RatingResult.Unresolved open = result.unresolved().get(0);
        assertThat(open.row()).isEqualTo("A-CHN-01");
        assertThat(open.minimum()).isEqualByComparingTo("0.7");
        assertThat(open.maximum()).isEqualByComparingTo("1.0");
        // without the 0.9 of the channel DR is 25,704.00, IR 16,707.60 and BI 32,351.319; times 0.7 and 1.0
        assertThat(result.openRange())
                .isEqualTo(new RatingResult.Range(Money.parse("52334.04"), Money.parse("74762.92")));
        assertThat(result.filedRange().minimum()).isLessThan(result.openRange().minimum());
        assertThat(result.filedRange().maximum())
                .isGreaterThan(result.openRange().maximum());
    }

    @Test
    void standingChoicesAreUsedOnlyWhenAskedForAndSaySo() {
        RatingResult result = RatingFixtures.placedA().standingChoices().rate("sample-a");

        assertThat(result.annualTotal()).isNotNull();
        assertThat(result.choices()).extracting(RatingResult.ChoiceUsed::ref).contains("standing:A-SC-12");
        assertThat(result.choices()).allMatch(RatingResult.ChoiceUsed::standing);
        assertThat(RatingFixtures.placedA().rate("sample-a").annualTotal()).isNull();
    }

    @Test
    void choiceForOneCoverLeavesTheOthersAlone() {
        RatingResult result =
                RatingFixtures.goldenA().choice("CHANNEL@DR", "0.8").rate("sample-a");

        // 20,000 × 0.85 × 1.05 × 1.2 × 1.2 × 0.8
        assertThat(RatingFixtures.premiumByCover(result).get("DR")).isEqualTo(Money.parse("20563.20"));
        assertThat(RatingFixtures.premiumByCover(result).get("IR")).isEqualTo(Money.parse("15036.84"));
    }

    static Stream<Arguments> nonsense() {
        return Stream.of(
                Arguments.of(RatingFixtures.goldenA().cover("XX", "limit", "1"), "/covers/XX", "unknown-cover"),
                Arguments.of(
                        RatingFixtures.goldenA().cover("DR", "dailyLimit", "1"),
                        "/covers/DR/dailyLimit",
                        "unknown-cover-parameter"),
                Arguments.of(RatingFixtures.goldenA().parameter("x/y", "1"), "/parameters/x~1y", "unknown-parameter"),
                Arguments.of(RatingFixtures.goldenA().choice("NONE", "1"), "/choices/NONE", "unknown-coefficient"),
                Arguments.of(
                        RatingFixtures.goldenA().choice("BI_PERIOD@DR", "1"),
                        "/choices/BI_PERIOD@DR",
                        "choice-for-no-cover"),
                Arguments.of(
                        RatingFixtures.goldenA().cover("DR", "limit", "-5"), "/covers/DR/limit", "negative-number"),
                Arguments.of(
                        RatingFixtures.goldenA().cover("DR", "limit", "2e6"), "/covers/DR/limit", "not-a-plain-number"),
                Arguments.of(
                        RatingFixtures.goldenA().cover("DR", "limit", ""), "/covers/DR/limit", "not-a-plain-number"),
                Arguments.of(
                        RatingFixtures.goldenA().cover("DR", "limit", "9".repeat(10_000)),
                        "/covers/DR/limit",
                        "number-too-long"),
                Arguments.of(RatingFixtures.goldenA().cover("DR", "limit", "0"), "/covers/DR/limit", "not-allowed"),
                Arguments.of(
                        RatingFixtures.goldenA().cover("DR", "limit", "1.001"),
                        "/covers/DR/limit",
                        "too-many-decimals"),
                Arguments.of(
                        RatingFixtures.goldenA().parameter("channel", "BANK"), "/parameters/channel", "unknown-code"),
                Arguments.of(
                        RatingFixtures.goldenA().choice("CHANNEL", "0.80001"),
                        "/choices/CHANNEL/value",
                        "too-many-decimals"),
                Arguments.of(RatingFixtures.goldenA().term(Term.ofMonths(0)), "/term", "term-empty"),
                Arguments.of(
                        RatingFixtures.goldenA().term(Term.between(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 2, 1))),
                        "/term",
                        "term-empty"),
                Arguments.of(RatingFixtures.goldenA().score("100.1"), "/controlEffectivenessPercent", "not-allowed"));
    }

    @ParameterizedTest(name = "{1} {2}")
    @MethodSource("nonsense")
    void nonsenseIsRefusedWithItsPlace(Request request, String pointer, String code) {
        Problem problem = refused(request, "sample-a");

        assertThat(problem.code()).isEqualTo(ProblemCode.INVALID_REQUEST);
        assertThat(problem.findings()).anySatisfy(finding -> {
            assertThat(finding.pointer()).isEqualTo(pointer);
            assertThat(finding.code()).isEqualTo(code);
            assertThat(finding.message().zh()).isNotEqualTo(finding.message().en());
        });
    }

    @Test
    void everyFindingIsToldAtOnce() {
        Problem problem = refused(
                RatingFixtures.goldenA()
                        .cover("XX", "limit", "1")
                        .choice("CHANNEL", "2", "")
                        .choice("DR_LIMIT", "2")
                        .parameter("retroactiveYears", "1.5")
                        .term(Term.ofMonths(13)),
                "sample-a");

        assertThat(problem.findings())
                .extracting(Finding::code)
                .containsExactlyInAnyOrder(
                        "unknown-cover",
                        "term-not-filed",
                        "choice-needs-reason",
                        "outside-filed-row",
                        "outside-filed-row",
                        "off-table");
    }

    @Test
    void aRequestWithoutCoversIsRefused() {
        assertThat(refused(new Request(), "sample-a").findings())
                .extracting(Finding::code)
                .containsExactly("no-cover");
    }

    @Test
    void anotherUnitThanTheFiledOneIsRefused() {
        Map<String, Map<String, InputValue>> covers = new LinkedHashMap<>();
        covers.put("DR", Map.of("limit", new InputValue("200", Unit.PERCENT, "request", null, null, false)));
        RatingInput input = new RatingInput(covers, Map.of(), Map.of(), Term.YEAR, BigDecimal.TEN, true);
        Problem problem = catchThrowableOfType(
                Problem.class, () -> TariffCalculator.rate(RatingFixtures.product("sample-a"), input));

        assertThat(problem.findings()).extracting(Finding::code).contains("wrong-unit");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01,2026-08-31,6", "2026-03-01,2026-09-01,7", "2026-03-01,2026-03-01,1", "2026-01-31,2026-02-28,1",
        "2024-02-29,2025-02-28,12", "2026-03-01,2027-02-28,12", "2026-03-01,2027-03-01,13", "2026-01-15,2026-02-14,1"
    })
    void aBegunMonthCountsWhole(LocalDate first, LocalDate last, int months) {
        assertThat(Term.between(first, last).monthsBegun()).isEqualTo(months);
    }

    @Test
    void byDayChargesDaysOverThreeHundredAndSixtyFive() {
        RatingResult result = RatingFixtures.goldenC()
                .term(Term.between(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 4, 10)))
                .rate("table-c");

        // 7,447.93 × 100 / 365 = 2,040.5287…
        assertThat(result.termTotal()).isEqualTo(Money.parse("2040.53"));
        assertThat(RatingFixtures.goldenC().rate("table-c").termTotal()).isEqualTo(Money.parse("7447.93"));
    }

    @Test
    void instalmentsAreEqualAndAddUp() {
        RatingResult result =
                RatingFixtures.goldenD().parameter("instalments", "YES").rate("sample-d");

        // 10,816 × 1.09 = 11,789.44 in four parts
        assertThat(result.instalments()).containsOnly(Money.parse("2947.36")).hasSize(4);
        assertThat(TermPremium.instalments(Money.parse("100.03"), 4))
                .containsExactly(
                        Money.parse("25.03"), Money.parse("25.00"), Money.parse("25.00"), Money.parse("25.00"));
    }

    @ParameterizedTest
    @CsvSource({
        "sample-a,cover.DR.limit,10000,12000000,10000,DR",
        "sample-a,cover.IR.limit,10000,3000000,10000,IR",
        "sample-a,cover.BI.dailyLimit,100,150000,100,BI",
        "sample-a,cover.BI.indemnityDays,1,200,1,BI",
        "sample-a,parameter.perEventLimit,700000,4900000,10000,DR",
        "sample-d,cover.CYBER.limit,5000,6000000,5000,CYBER",
        "sample-d,parameter.perEventLimit,500,120000,100,CYBER",
        "sample-d,parameter.annualRevenue,0,120000000,50000,CYBER"
    })
    void aHigherLimitNeverCostsLess(String product, String key, int from, int to, int step, String cover) {
        String[] name = key.split("\\.");
        BigDecimal before = BigDecimal.ZERO;
        for (int value = from; value <= to; value += step * 7) {
            Request request = product.equals("sample-a")
                    ? RatingFixtures.placedA()
                            .parameter("aggregateLimit", "4900000")
                            .cover("IR", "limit", "5000000")
                    : RatingFixtures.goldenD();
            request = name[0].equals("cover")
                    ? request.cover(name[1], name[2], Integer.toString(value))
                    : request.parameter(name[1], Integer.toString(value));
            if (key.equals("cover.CYBER.limit")) {
                request.parameter("perEventLimit", "5000");
            }
            if (product.equals("sample-d") && key.equals("parameter.perEventLimit")) {
                request.parameter("deductible", "0");
            }
            if (key.equals("cover.IR.limit")) {
                request.parameter("aggregateLimit", "2000000").parameter("perEventLimit", "1000000");
            }
            BigDecimal premium = RatingFixtures.premiumByCover(
                            request.standingChoices().rate(product))
                    .get(cover)
                    .amountCny();
            assertThat(premium).as("%s at %d", key, value).isGreaterThanOrEqualTo(before);
            before = premium;
        }
    }

    @Test
    void betterControlsNeverCostMore() {
        for (String product : new String[] {"sample-a", "sample-d"}) {
            BigDecimal before = null;
            for (int tenth = 0; tenth <= 1000; tenth += 5) {
                String score = BigDecimal.valueOf(tenth, 1).toPlainString();
                Request request = product.equals("sample-a")
                        ? RatingFixtures.placedA().standingChoices().score(score)
                        : RatingFixtures.goldenD()
                                .withoutChoice("RISK_MANAGEMENT")
                                .score(score);
                Money total = request.rate(product).annualTotal();
                assertThat(total).isNotNull();
                if (before != null) {
                    assertThat(total.amountCny()).isLessThanOrEqualTo(before);
                }
                before = total.amountCny();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        // half way on the logarithm: 100,000 × 1 % × 1.5; no cap binds
        "100000,10000000,1500.00,''", // 100,000 × 1 % × 2.0 = 2,000, held at 1.8 % of the limit
        "100000,100000000,1800.00,MAX_RATE", // 100,000 × 1 % × 1.0, held at a factor of 1.1
        "100000,1000000,1100.00,MIN_FACTOR", // 30,000 × 1 % × 1.5 = 450, held at 500
        "30000,10000000,500.00,MIN_PREMIUM"
    })
    void capsKeepBothValues(String limit, String revenue, String annual, String cap) {
        RatingResult result = RatingFixtures.testX(limit, revenue).rate("table-x");

        assertThat(result.annualTotal()).isEqualTo(Money.parse(annual));
        assertThat(result.caps()).hasSize(3);
        assertThat(result.caps())
                .filteredOn(RatingResult.CapApplied::bound)
                .extracting(RatingResult.CapApplied::cap)
                .isEqualTo(cap.isEmpty() ? List.of() : List.of(cap));
    }

    @Test
    void aKeyBeyondTheTableIsHeldAtItsEdgeAndSaysInWhoseFavour() {
        RatingResult result = RatingFixtures.testX("50000", "5000000000").rate("table-x");

        // 50,000 × 1 % × 2.0, held at 1.8 % of the limit
        assertThat(result.annualTotal()).isEqualTo(Money.parse("900.00"));
        assertThat(result.offTable()).hasSize(1);
        assertThat(result.offTable().get(0).favours()).isEqualTo("INSURED");
    }

    @Test
    void taxOnTopIsAdded() {
        RatingResult result = RatingFixtures.testX("100000", "10000000").rate("table-x");

        assertThat(result.vat()).isNotNull();
        assertThat(result.vat().net()).isEqualTo(Money.parse("1500.00"));
        assertThat(result.vat().tax()).isEqualTo(Money.parse("90.00"));
        assertThat(result.instalments()).containsExactly(Money.parse("1590.00"));
    }

    @Test
    void thePremiumIsTheProductOfItsSteps() {
        RatingResult result = RatingFixtures.mixedA().rate("sample-a");

        for (Map.Entry<String, Money> cover :
                RatingFixtures.premiumByCover(result).entrySet()) {
            BigDecimal product = BigDecimal.ONE;
            for (Step step : result.steps()) {
                if (step.register().equals("premium@" + cover.getKey()) && step.operator() != Operator.ROUND) {
                    int first = step.subject().equals("BASE") ? 0 : 1;
                    for (Step.Operand operand :
                            step.operands().subList(first, step.operands().size())) {
                        product = product.multiply(operand.value());
                    }
                }
            }
            assertThat(Money.rounded(product, RoundingMode.HALF_UP)).isEqualTo(cover.getValue());
        }
    }
}
