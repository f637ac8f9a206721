package org.panbao.rating;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.panbao.base.Money;
import org.panbao.rating.RatingResult.ChoiceUsed;
import org.panbao.rating.RatingResult.Exposure;
import org.panbao.rating.RatingResult.SizeBand;

/** What a rate basis says of its own steps: exposure, totals of coefficients, caps, filed range, what could be chosen. */
class RateBasisSectionsTest {

    @Test
    void theExposureIsTheLimitInYuanWithTheBandsThatSumsOfMoneySelect() {
        List<Exposure> exposures = RatingFixtures.goldenA().rate("sample-a").exposures();

        assertThat(exposures).extracting(Exposure::cover).containsExactly("DR", "IR", "BI");
        Exposure recovery = exposures.get(0);
        assertThat(recovery.ref()).isEqualTo("/covers/DR/limit");
        assertThat(recovery.amount()).isEqualByComparingTo("2000000");
        // the filing's table is in ten-thousands: (100, 200]
        SizeBand band = recovery.bands().get(0);
        assertThat(recovery.bands()).hasSize(1);
        assertThat(band.hit().row()).isEqualTo("A-DRL-06");
        assertThat(band.filedUnitCny()).isEqualByComparingTo("10000");
        assertThat(band.key()).isEqualTo("2000000");
    }

    @Test
    void anExposureThatIsWorkedOutNamesItsRegisterAndTheBandOfItsPart() {
        Exposure interruption =
                RatingFixtures.goldenA().rate("sample-a").exposures().get(2);

        assertThat(interruption.ref()).isEqualTo("limit@BI");
        assertThat(interruption.amount()).isEqualByComparingTo("1500000");
        assertThat(interruption.bands()).singleElement().satisfies(band -> {
            assertThat(band.parameter()).isEqualTo("dailyLimit");
            assertThat(band.hit().row()).isEqualTo("A-BID-05");
            assertThat(band.filedUnitCny()).isEqualByComparingTo("1");
        });
    }

    @Test
    void theRevenueIsASizeBandToo() {
        Exposure package_ =
                RatingFixtures.goldenD().rate("sample-d").exposures().get(0);

        assertThat(package_.bands())
                .filteredOn(band -> band.parameter().equals("annualRevenue"))
                .singleElement()
                .satisfies(band -> {
                    assertThat(band.hit().row()).isEqualTo("D-REV-03");
                    assertThat(band.filedUnitCny()).isEqualByComparingTo("10000");
                });
    }

    @Test
    void aMissingInputShowsTheDefaultAndItsEffect() {
        RatingResult result =
                RatingFixtures.goldenA().without("BI", "waitingDays").rate("sample-a");

        assertThat(result.inputs())
                .filteredOn(input -> input.parameter().equals("waitingDays"))
                .singleElement()
                .satisfies(input -> {
                    assertThat(input.value().defaulted()).isTrue();
                    assertThat(input.value().value()).isEqualTo("5");
                    assertThat(input.value().assertedBy()).isNull();
                });
        // three days have 1.1, the default of five has 1.0: 19,500 × .95 × 1.05 × 1.3608 = 26,469.261
        assertThat(RatingFixtures.premiumByCover(result)).containsEntry("BI", Money.parse("26469.26"));
        assertThat(result.annualTotal()).isEqualTo(Money.parse("64639.70"));
    }

    @Test
    void theProductOfTheCoefficientsStandsBesideTheBase() {
        CoefficientTotal recovery = CoefficientTotal.of(
                        RatingFixtures.goldenA().rate("sample-a").steps())
                .get(0);

        // 2,000,000 × 1 %; 0.85 × 1.05 × 1.2 × 1.2 × 0.9
        assertThat(recovery.base()).isEqualByComparingTo("20000");
        assertThat(recovery.total()).isEqualByComparingTo("1.15668");
        assertThat(recovery.uncapped()).isEqualByComparingTo("23133.6");
        assertThat(recovery.isBound()).isFalse();
        assertThat(recovery.cappedTotal()).isEqualByComparingTo("1.15668");
    }

    @Test
    void aCapShowsWhatTheCoefficientsComeToBeforeAndAfterIt() {
        RatingResult result = RatingFixtures.testX("50000", "5000000000").rate("table-x");

        // 50,000 × 1 % × 2.0, held at 1.8 % of 50,000
        assertThat(CoefficientTotal.of(result.steps())).singleElement().satisfies(total -> {
            assertThat(total.base()).isEqualByComparingTo("500");
            assertThat(total.total()).isEqualByComparingTo("2");
            assertThat(total.uncapped()).isEqualByComparingTo("1000");
            assertThat(total.capped()).isEqualByComparingTo("900");
            assertThat(total.cappedTotal()).isEqualByComparingTo("1.8");
            assertThat(total.isBound()).isTrue();
        });
        assertThat(result.caps())
                .filteredOn(RatingResult.CapApplied::bound)
                .singleElement()
                .satisfies(cap -> assertThat(cap.register()).isEqualTo("premium@ONE"));
    }

    @Test
    void theFiledRangeIsWhatTheRowsAllow() {
        RatingResult result = RatingFixtures.goldenD().rate("sample-d");

        // 1,000,000 × 1.04 % × 2.0 × 0.8 × 0.65 = 10,816; loss ratio (0.8, 1.0], risk (0.9, 1.1], revenue (0.9, 1.0]
        // least: × 0.8001 × 0.9001 × 0.9001 = × 0.648225026001; greatest: × 1.0 × 1.1 × 1.0
        assertThat(result.filedRange().minimum()).isEqualTo(Money.parse("7011.20"));
        assertThat(result.filedRange().maximum()).isEqualTo(Money.parse("11897.60"));
        // (10,816.00 − 7,011.20) / (11,897.60 − 7,011.20)
        assertThat(result.positionInRange()).isEqualByComparingTo("0.7787");
    }

    @Test
    void aChoiceSaysBetweenWhichValuesItWasMadeAndWhatWouldHaveStood() {
        RatingResult result = RatingFixtures.goldenA().standingChoices().rate("sample-a");

        // direct business [0.7, 1.0], standing choice 0.9; recovery [0.8, 0.9) at the upper end of its limits: 0.8
        ChoiceUsed channel = choice(result, "CHANNEL");
        assertThat(channel.minimum()).isEqualByComparingTo("0.7");
        assertThat(channel.maximum()).isEqualByComparingTo("1.0");
        assertThat(channel.placedValue()).isNull();
        assertThat(channel.standingValue()).isEqualByComparingTo(new BigDecimal("0.9"));
        ChoiceUsed limit = choice(result, "DR_LIMIT");
        assertThat(limit.maximum()).isEqualByComparingTo("0.8999");
        assertThat(limit.placedValue()).isEqualByComparingTo("0.8");
        assertThat(limit.standingValue()).isNull();
    }

    private static ChoiceUsed choice(RatingResult result, String coefficient) {
        return result.choices().stream()
                .filter(choice -> choice.coefficient().equals(coefficient))
                .findFirst()
                .orElseThrow();
    }
}
