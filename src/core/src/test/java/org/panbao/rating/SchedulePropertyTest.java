package org.panbao.rating;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.panbao.rating.ScheduleFixtures.Schedule;

/** Schedules drawn with a fixed seed, which a failure prints: what more cover, or less, does to a premium of tariff A. */
class SchedulePropertyTest {

    private static final long SEED = 20261122L;
    private static final int CASES = 200;

    private record Insured(String id, int limitCny, int score, int months) {

        static Insured drawn(Random random, int number) {
            return new Insured(
                    "I" + number, 20_000 + random.nextInt(3_000_000), random.nextInt(101), 1 + random.nextInt(12));
        }

        Insured withLimit(int newLimitCny) {
            return new Insured(id, newLimitCny, score, months);
        }
    }

    private static List<Insured> drawn(Random random) {
        List<Insured> insureds = new ArrayList<>();
        int count = 2 + random.nextInt(4);
        for (int number = 1; number <= count; number++) {
            insureds.add(Insured.drawn(random, number));
        }
        return insureds;
    }

    private static RatingResult rate(List<Insured> insureds, String aggregate) {
        Schedule schedule = new Schedule();
        if (aggregate != null) {
            schedule.aggregate(aggregate).perEvent(aggregate);
        }
        for (Insured insured : insureds) {
            schedule.insured(
                    insured.id(),
                    Integer.toString(insured.limitCny()),
                    Integer.toString(insured.score()),
                    Term.ofMonths(insured.months()));
        }
        return schedule.rate();
    }

    private static BigDecimal total(RatingResult result) {
        return result.termTotal().amountCny();
    }

    private static BigDecimal ratioCoefficient(RatingResult result) {
        return result.steps().stream()
                .filter(step -> step.register().equals("AGGREGATE_RATIO"))
                .reduce((first, last) -> last)
                .orElseThrow()
                .value();
    }

    @Test
    void thePremiumsOfTheInsuredsAddUpToTheTotalToTheFen() {
        Random random = new Random(SEED);
        for (int i = 0; i < CASES; i++) {
            RatingResult result = rate(drawn(random), null);

            BigDecimal sum = result.insureds().stream()
                    .map(insured -> insured.termPremium().amountCny())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(total(result)).as("seed %s, case %s", SEED, i).isEqualByComparingTo(sum);
        }
    }

    @Test
    void anInsuredMoreNeverLowersThePremiumWhileTheAggregateGrowsWithTheLimits() {
        Random random = new Random(SEED);
        for (int i = 0; i < CASES; i++) {
            List<Insured> all = drawn(random);

            RatingResult fewer = rate(all.subList(0, all.size() - 1), null);
            RatingResult more = rate(all, null);

            assertThat(total(more)).as("seed %s, case %s", SEED, i).isGreaterThan(total(fewer));
        }
    }

    /**
     * Under a fixed aggregate the filed ratio row falls as limits are added, and can lower the whole; nothing else does. Each
     * insured rounds twice, to the fen, at either end.
     */
    @Test
    void underAFixedAggregateOnlyTheFiledRatioRowLowersThePremium() {
        Random random = new Random(SEED);
        int lowered = 0;
        for (int i = 0; i < CASES; i++) {
            List<Insured> all = drawn(random);
            List<Insured> before = all.subList(0, all.size() - 1);
            int sum = before.stream().mapToInt(Insured::limitCny).sum();
            String aggregate = Integer.toString(sum);

            RatingResult fewer = rate(before, aggregate);
            RatingResult more = rate(all, aggregate);

            BigDecimal byRatio = total(fewer)
                    .multiply(ratioCoefficient(more))
                    .divide(ratioCoefficient(fewer), MathContext.DECIMAL64);
            BigDecimal fen = new BigDecimal("0.02").multiply(BigDecimal.valueOf(all.size()));
            assertThat(total(more)).as("seed %s, case %s", SEED, i).isGreaterThan(byRatio.subtract(fen));
            lowered += total(more).compareTo(total(fewer)) < 0 ? 1 : 0;
        }
        assertThat(lowered)
                .as("cases in which the filed row breaks monotonicity")
                .isPositive();
    }

    /** Steps of a tenth and more: a coefficient is rounded to four decimals, so that a limit less by a yuan may not show. */
    @Test
    void aLowerLimitOfAnInsuredNeverRaisesItsPremiumAndLeavesTheOthersAlone() {
        Random random = new Random(SEED);
        for (int i = 0; i < CASES; i++) {
            List<Insured> all = drawn(random);
            List<Insured> changed = new ArrayList<>(all);
            Insured first = all.get(0);
            changed.set(0, first.withLimit(first.limitCny() * (10 + random.nextInt(80)) / 100));

            RatingResult before = rate(all, null);
            RatingResult after = rate(changed, null);

            assertThat(after.insureds().get(0).termPremium().amountCny())
                    .as("seed %s, case %s", SEED, i)
                    .isLessThanOrEqualTo(before.insureds().get(0).termPremium().amountCny());
            assertThat(after.insureds().subList(1, all.size()))
                    .isEqualTo(before.insureds().subList(1, all.size()));
        }
    }
}
