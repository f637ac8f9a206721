package org.panbao.rating;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.panbao.base.Money;

/** The worked examples of the four tariffs, to the fen. */
class GoldenVectorTest {

    private static Map<String, String> covers(RatingResult result) {
        Map<String, String> covers = new java.util.LinkedHashMap<>();
        RatingFixtures.premiumByCover(result).forEach((cover, premium) -> covers.put(cover, premium.toString()));
        return covers;
    }

    private static BigDecimal register(RatingResult result, String register) {
        return result.steps().stream()
                .filter(step -> step.register().equals(register))
                .reduce((first, second) -> second)
                .orElseThrow()
                .value();
    }

    @Test
    void tariffAGivesSixtySevenThousandAYear() {
        RatingResult result = RatingFixtures.goldenA().rate("sample-a");

        // common = 1.05 × 1.2 × 1.2 × 0.9 = 1.3608; DR 20,000 × .85 × 1.3608; IR 13,000 × .85 × 1.3608;
        // BI 19,500 × .95 × 1.05 × 1.1 × 1.3608
        assertThat(covers(result))
                .containsExactly(Map.entry("DR", "23133.60"), Map.entry("IR", "15036.84"), Map.entry("BI", "29116.19"));
        assertThat(result.annualTotal()).isEqualTo(Money.parse("67286.63"));
        assertThat(result.termTotal()).isEqualTo(Money.parse("67286.63"));
        assertThat(register(result, "limit@BI")).isEqualByComparingTo("1500000");
        assertThat(register(result, "sumOfLimits")).isEqualByComparingTo("4500000");
        assertThat(register(result, "eventRatio")).isEqualByComparingTo("2");
        assertThat(register(result, "EVENT_RATIO")).isEqualByComparingTo("1.2");
    }

    @Test
    void tariffAForSixMonthsIsSixtyPercent() {
        LocalDate first = LocalDate.of(2026, 3, 1);
        RatingResult result = RatingFixtures.goldenA()
                .term(Term.between(first, LocalDate.of(2026, 8, 31)))
                .rate("sample-a");

        assertThat(result.annualTotal()).isEqualTo(Money.parse("67286.63"));
        assertThat(result.termTotal()).isEqualTo(Money.parse("40371.98"));
    }

    @Test
    void tariffBTakesTheLowerOfLinkedDeductibles() {
        RatingResult result = RatingFixtures.goldenB().rate("table-b");

        assertThat(covers(result))
                .containsExactly(
                        Map.entry("DET", "4851.00"),
                        Map.entry("PR", "1465.20"),
                        Map.entry("NOT", "158.40"),
                        Map.entry("BI", "1069.20"),
                        Map.entry("DR", "891.00"),
                        Map.entry("EXT", "99.00"));
        assertThat(result.annualTotal()).isEqualTo(Money.parse("8533.80"));
    }

    @Test
    void tariffCPricesResponseCostsFromOtherPremiums() {
        RatingResult result = RatingFixtures.goldenC().rate("table-c");

        assertThat(covers(result))
                .containsExactly(
                        Map.entry("IT", "2417.82"),
                        Map.entry("NI", "4299.61"),
                        Map.entry("PT", "125.93"),
                        Map.entry("RE", "604.57"));
        assertThat(result.annualTotal()).isEqualTo(Money.parse("7447.93"));
    }

    @Test
    void tariffDIsPricedOnTheAggregateLimit() {
        RatingResult result = RatingFixtures.goldenD().rate("sample-d");

        // 1,000,000 × 1.04 % × 2.0 × 0.8 × 0.65; revenue of 50 million is the end of its row: 1.0
        assertThat(register(result, "REVENUE")).isEqualByComparingTo("1.0");
        assertThat(result.annualTotal()).isEqualTo(Money.parse("10816.00"));
        // 10,816.00 / 1.06 = 10,203.7736
        assertThat(result.vat()).isNotNull();
        assertThat(result.vat().net()).isEqualTo(Money.parse("10203.77"));
        assertThat(result.vat().tax()).isEqualTo(Money.parse("612.23"));
    }

    @Test
    void sameInputGivesTheSameResult() {
        assertThat(RatingFixtures.goldenA().rate("sample-a"))
                .isEqualTo(RatingFixtures.goldenA().rate("sample-a"));
    }
}
