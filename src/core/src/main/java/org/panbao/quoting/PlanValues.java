package org.panbao.quoting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.panbao.profile.Profile;
import org.panbao.rating.InputValue;

/**
 * What a product may read from a plan. A product file names one of these facts beside a parameter; the set is closed,
 * so that a tariff cannot read what the fact matrix does not know.
 */
final class PlanValues {

    private static final BigDecimal HOURS_PER_DAY = BigDecimal.valueOf(24);

    private static final Map<String, BiFunction<Profile, WantedItems, @Nullable Object>> FACTS = Map.ofEntries(
            Map.entry(
                    "need.aggregateLimitCny",
                    (profile, wanted) -> profile.need().aggregateLimitCny()),
            Map.entry(
                    "need.perEventLimitCny", (profile, wanted) -> profile.need().perEventLimitCny()),
            Map.entry(
                    "need.instalments",
                    (profile, wanted) -> yesOrNo(profile.need().instalments())),
            Map.entry(
                    "enterprise.annualRevenueCny",
                    (profile, wanted) -> profile.enterprise().annualRevenueCny()),
            Map.entry(
                    "enterprise.industrySection",
                    (profile, wanted) -> profile.enterprise().industrySection()),
            Map.entry(
                    "enterprise.insuredYears",
                    (profile, wanted) -> BigDecimal.valueOf(profile.enterprise().insuredYears())),
            Map.entry(
                    "enterprise.lossRatioPercent",
                    (profile, wanted) -> profile.enterprise().lossRatioPercent()),
            Map.entry("wanted.limitCny", (profile, wanted) -> wanted.limitCny()),
            Map.entry("wanted.dailyLimitCny", (profile, wanted) -> wanted.dailyLimitCny()),
            Map.entry("wanted.indemnityDays", (profile, wanted) -> wanted.indemnityDays()),
            Map.entry("wanted.deductibleCny", (profile, wanted) -> wanted.deductibleCny()),
            Map.entry("wanted.deductiblePercent", (profile, wanted) -> wanted.deductiblePercent()),
            Map.entry("wanted.waitingDays", (profile, wanted) -> days(wanted.waitingHours())));

    private PlanValues() {}

    static boolean isKnown(String fact) {
        return FACTS.containsKey(fact);
    }

    /** The fact as an input, or null when the plan does not state it. */
    static @Nullable InputValue find(String fact, Profile profile, WantedItems wanted) {
        BiFunction<Profile, WantedItems, @Nullable Object> read = FACTS.get(fact);
        if (read == null) {
            throw new IllegalArgumentException("a product reads the unknown fact " + fact);
        }
        Object value = read.apply(profile, wanted);
        return value == null ? null : new InputValue(text(value), null, "plan " + fact, null, null, false);
    }

    private static String text(Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    private static String yesOrNo(boolean value) {
        return value ? "YES" : "NO";
    }

    /** Waiting time in days; a begun day is not cut off, so that no waiting time is ever lengthened or shortened unseen. */
    static @Nullable BigDecimal days(@Nullable BigDecimal hours) {
        return hours == null
                ? null
                : hours.divide(HOURS_PER_DAY, 4, RoundingMode.HALF_UP).stripTrailingZeros();
    }
}
