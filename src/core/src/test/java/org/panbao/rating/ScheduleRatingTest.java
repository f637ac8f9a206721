package org.panbao.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.panbao.base.Finding;
import org.panbao.base.Money;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;
import org.panbao.rating.ScheduleFixtures.Schedule;

/**
 * Several insureds by tariff A, worked out by hand. Shared by all: aggregate 900,000 over the limits 1,000,000 + 500,000 is
 * 0.6, the lower end of a row: 0.9; 900,000 over 450,000 for one event is 2: 1.2. The standing choice for an unstated loss
 * ratio is 0.9, that for an unstated channel 1.0; the other rows are 1.0.
 */
class ScheduleRatingTest {

    private static final Term SECOND_HALF = Term.between(LocalDate.of(2027, 7, 1), LocalDate.of(2027, 12, 31));

    /**
     * I1: 1,000,000 × 1 % × 0.9 (limit, end of its row) × 0.9 × 1.2 × 1.0 (effectiveness 80) × 0.9 = 8,748.00. I2: 500,000 ×
     * 1 % × 1.0 × 0.9 × 1.2 × 1.5 (effectiveness 50) × 0.9 = 7,290.00, of which six months are 60 %.
     */
    @Test
    void eachInsuredIsRatedByItselfUnderOneAggregate() {
        RatingResult result = ScheduleFixtures.twoInsureds(SECOND_HALF, "50").rate();

        RatingResult.InsuredPremium first = ScheduleFixtures.insured(result, "I1");
        RatingResult.InsuredPremium second = ScheduleFixtures.insured(result, "I2");
        assertThat(first.annual()).isEqualTo(Money.parse("8748.00"));
        assertThat(first.termPremium()).isEqualTo(Money.parse("8748.00"));
        assertThat(second.annual()).isEqualTo(Money.parse("7290.00"));
        assertThat(second.termPremium()).isEqualTo(Money.parse("4374.00"));
        assertThat(result.covers()).singleElement().satisfies(cover -> {
            assertThat(cover.cover()).isEqualTo("DR");
            assertThat(cover.premium()).isEqualTo(Money.parse("16038.00"));
        });
        assertThat(result.annualTotal()).isEqualTo(Money.parse("16038.00"));
        assertThat(result.termTotal()).isEqualTo(Money.parse("13122.00"));
        // 13,122.00 / 1.06 = 12,379.245…
        assertThat(result.vat().net()).isEqualTo(Money.parse("12379.25"));
        assertThat(result.vat().tax()).isEqualTo(Money.parse("742.75"));
    }

    @Test
    void theAggregateIsLookedUpOnceForAll() {
        RatingResult result = ScheduleFixtures.twoInsureds(Term.YEAR, "50").rate();

        assertThat(steps(result, "AGGREGATE_RATIO")).singleElement().satisfies(step -> {
            assertThat(step.insured()).isNull();
            assertThat(step.value()).isEqualByComparingTo("0.9");
        });
        assertThat(steps(result, "EVENT_RATIO")).hasSize(1);
        assertThat(steps(result, "sumOfLimits"))
                .singleElement()
                .satisfies(step -> assertThat(step.value()).isEqualByComparingTo("1500000"));
        assertThat(steps(result, "RISK_MANAGEMENT#I1")).hasSize(1);
        assertThat(steps(result, "RISK_MANAGEMENT#I2")).hasSize(1);
    }

    /** The clamp behind an interpolation writes the same register; the last one counts. */
    private static List<Step> steps(RatingResult result, String register) {
        return result.steps().stream()
                .filter(step -> step.register().equals(register))
                .reduce((first, last) -> last)
                .stream()
                .toList();
    }

    /** Effectiveness 20 is placed at 3.0 − 20/50 × 1.5 = 2.4: 500,000 × 1 % × 0.9 × 1.2 × 2.4 × 0.9 = 11,664.00. */
    @Test
    void badControlsOfOneMoveOnlyItsOwnPremium() {
        RatingResult result = ScheduleFixtures.twoInsureds(Term.YEAR, "20").rate();

        assertThat(ScheduleFixtures.insured(result, "I1").annual()).isEqualTo(Money.parse("8748.00"));
        assertThat(ScheduleFixtures.insured(result, "I2").annual()).isEqualTo(Money.parse("11664.00"));
    }

    @Test
    void aJoinerPaysForItsOwnMonthsAndNobodyElsePaysMore() {
        LocalDate last = LocalDate.of(2027, 12, 31);
        RatingResult result = ScheduleFixtures.twoInsureds(Term.between(LocalDate.of(2027, 11, 15), last), "50")
                .rate();

        // 15 November to 31 December has begun two months: 20 %
        assertThat(ScheduleFixtures.insured(result, "I2").termPremium()).isEqualTo(Money.parse("1458.00"));
        assertThat(ScheduleFixtures.insured(result, "I1").termPremium()).isEqualTo(Money.parse("8748.00"));
        assertThat(result.warnings())
                .filteredOn(warning -> warning.code().equals("term-month-begun"))
                .extracting(Finding::pointer)
                .containsExactly("/plan/insureds/1");
    }

    /** Without I2 the ratio is 0.9, in the middle of its row: 1.05; 9,000 × 1.05 × 1.2 × 0.9 = 10,206.00. */
    @Test
    void aLeaverMovesTheOthersByTheSharedRatioAlone() {
        RatingResult alone = new Schedule()
                .aggregate("900000")
                .perEvent("450000")
                .insured("I1", "1000000", "80", Term.YEAR)
                .rate();

        assertThat(alone.annualTotal()).isEqualTo(Money.parse("10206.00"));
    }

    @Test
    void aScheduleOfOneIsPricedAsASingleRisk() {
        RatingResult single = new RatingFixtures.Request()
                .cover("DR", "limit", "1000000")
                .parameter("aggregateLimit", "900000")
                .parameter("perEventLimit", "450000")
                .score("80")
                .standingChoices()
                .rate("sample-a");

        assertThat(single.annualTotal()).isEqualTo(Money.parse("10206.00"));
        assertThat(single.insureds()).isEmpty();
        assertThat(single.steps())
                .allMatch(step -> step.insured() == null && !step.register().contains("#"));
    }

    @Test
    void withoutAnAggregateTheLimitsOfAllAddUpToIt() {
        RatingResult result = new Schedule()
                .insured("I1", "1000000", "80", Term.YEAR)
                .insured("I2", "500000", "80", Term.YEAR)
                .rate();

        assertThat(result.inputs())
                .filteredOn(input -> input.parameter().equals("aggregateLimit"))
                .singleElement()
                .satisfies(input -> {
                    assertThat(input.value().value()).isEqualTo("1500000");
                    assertThat(input.insured()).isNull();
                });
    }

    @Test
    void anAggregateAboveWhatAllCouldBePaidIsOffTheTable() {
        Schedule schedule = new Schedule()
                .aggregate("1500001")
                .insured("I1", "1000000", "80", Term.YEAR)
                .insured("I2", "500000", "80", Term.YEAR);

        assertThatThrownBy(schedule::rate)
                .asInstanceOf(type(Problem.class))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(ProblemCode.OFF_TABLE))
                .satisfies(problem -> assertThat(problem.findings())
                        .singleElement()
                        .satisfies(finding -> assertThat(finding.pointer()).isEqualTo("/parameters/aggregateLimit")));
    }

    @Test
    void everyInsuredIsLookedAtBeforeTheScheduleIsRefused() {
        Schedule schedule =
                new Schedule().insured("I1", "0", "80", Term.YEAR).insured("I2", "500000", "101", Term.ofMonths(13));

        assertThatThrownBy(schedule::rate)
                .asInstanceOf(type(Problem.class))
                .satisfies(problem -> assertThat(problem.findings())
                        .extracting(Finding::pointer)
                        .containsOnly("/covers/DR/limit", "/controlEffectivenessPercent", "/plan/insureds/1"));
    }

    /** Chosen 0.7 in the row [0.6, 1.0] of I1; 1.5 stands for I2. */
    @Test
    void aChoiceCanBeForOneInsuredAlone() {
        RatingResult result = ScheduleFixtures.twoInsureds(Term.YEAR, "50")
                .choice("RISK_MANAGEMENT#I1", "0.7")
                .rate();

        // 8,748.00 × 0.7 = 6,123.60
        assertThat(ScheduleFixtures.insured(result, "I1").annual()).isEqualTo(Money.parse("6123.60"));
        assertThat(ScheduleFixtures.insured(result, "I2").annual()).isEqualTo(Money.parse("7290.00"));
        assertThat(result.choices())
                .filteredOn(choice -> choice.coefficient().equals("RISK_MANAGEMENT"))
                .singleElement()
                .satisfies(choice -> assertThat(choice.insured()).isEqualTo("I1"));
    }

    @Test
    void aChoiceForAllHasToFitTheRowOfEach() {
        Schedule schedule = ScheduleFixtures.twoInsureds(Term.YEAR, "50").choice("RISK_MANAGEMENT", "0.7");

        assertThatThrownBy(schedule::rate)
                .asInstanceOf(type(Problem.class))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(ProblemCode.OUTSIDE_FILED_ROW));
    }

    @Test
    void aChoiceForSomebodyElseIsRefused() {
        Schedule schedule = ScheduleFixtures.twoInsureds(Term.YEAR, "50").choice("RISK_MANAGEMENT#I9", "0.7");

        assertThatThrownBy(schedule::rate)
                .asInstanceOf(type(Problem.class))
                .satisfies(problem ->
                        assertThat(problem.findings()).extracting(Finding::code).containsExactly("unknown-insured"));
    }

    /** Loss ratio 55 without a standing choice is open in (0.6, 1.0], the channel in [0.7, 1.0], for each of them. */
    @Test
    void anOpenCoefficientLeavesEveryPremiumOpenAndTheBoundsAddUp() {
        RatingResult result = ScheduleFixtures.twoInsureds(Term.YEAR, "50")
                .withoutStandingChoices()
                .rate();

        assertThat(result.annualTotal()).isNull();
        assertThat(result.insureds())
                .allSatisfy(insured -> assertThat(insured.annual()).isNull());
        assertThat(result.unresolved())
                .extracting(RatingResult.Unresolved::insured)
                .containsOnly("I1", "I2");
        // 9,720 + 8,100 at loss ratio and channel 1.0
        assertThat(result.openRange().maximum()).isEqualTo(Money.parse("17820.00"));
    }

    /** With all of the filed rows at their ends the whole is the sum of the insureds, cover by cover. */
    @Test
    void theFiledRangeIsTheSumOfThoseOfTheInsureds() {
        RatingResult result = ScheduleFixtures.twoInsureds(Term.YEAR, "50").rate();

        BigDecimal sum = result.insureds().stream()
                .map(insured -> insured.covers().get(0).filedRange().maximum().amountCny())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(result.filedRange().maximum().amountCny()).isEqualByComparingTo(sum);
        // DR limit up to 0.9999 of (50, 100] for I1, ratio 0.9999, event 1.4999, management 1.0, channel and loss ratio
        // 1.0
        assertThat(result.insureds().get(0).covers().get(0).filedRange().maximum())
                .isEqualTo(Money.rounded(
                        new BigDecimal("10000")
                                .multiply(new BigDecimal("0.9999"))
                                .multiply(new BigDecimal("0.9999"))
                                .multiply(new BigDecimal("1.4999")),
                        RoundingMode.HALF_UP));
    }

    @Test
    void aProductWithoutAScheduleRatesNone() {
        RatingInput input = ScheduleFixtures.twoInsureds(Term.YEAR, "50").build();

        assertThatThrownBy(() -> TariffCalculator.rate(RatingFixtures.product("sample-d"), input))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /**
     * I1 alone: ratio 1.0, 9,000 × 1.1 × 1.2 × 0.9 = 10,692.00. With I2 for one month the ratio is 0.8 and its row gives 1.0:
     * I1 9,720.00; I2 250,000 × 1 % × 1.0833 × 1.2 × 0.9 = 2,924.91, of which 10 % are 292.49. The filed table itself breaks
     * that more cover costs more; it is reported and not blocked.
     */
    @Test
    void theFiledRatioCanLowerTheWholeWhenASmallInsuredJoins() {
        Schedule alone =
                new Schedule().aggregate("1000000").perEvent("500000").insured("I1", "1000000", "80", Term.YEAR);
        assertThat(alone.rate().termTotal()).isEqualTo(Money.parse("10692.00"));

        RatingResult joined =
                alone.insured("I2", "250000", "80", Term.ofMonths(1)).rate();
        assertThat(ScheduleFixtures.insured(joined, "I1").annual()).isEqualTo(Money.parse("9720.00"));
        assertThat(ScheduleFixtures.insured(joined, "I2").termPremium()).isEqualTo(Money.parse("292.49"));
        assertThat(joined.termTotal()).isEqualTo(Money.parse("10012.49"));
    }

    /** Limit = daily limit × days for each insured, in a register of its own. */
    @Test
    void coversThatPayByTheDayAddUpByTheirOwnLimits() {
        Map<String, Map<String, InputValue>> ten =
                Map.of("BI", Map.of("dailyLimit", InputValue.of("10000"), "indemnityDays", InputValue.of("30")));
        RatingResult result = new Schedule()
                .insured("I1", ten, "80", Term.YEAR)
                .insured("I2", "500000", "80", Term.YEAR)
                .rate();

        assertThat(steps(result, "limit@BI#I1"))
                .singleElement()
                .satisfies(step -> assertThat(step.value()).isEqualByComparingTo("300000"));
        assertThat(steps(result, "sumOfLimits"))
                .singleElement()
                .satisfies(step -> assertThat(step.value()).isEqualByComparingTo("800000"));
        assertThat(result.covers()).extracting(RatingResult.CoverPremium::cover).containsExactly("DR", "BI");
    }
}
