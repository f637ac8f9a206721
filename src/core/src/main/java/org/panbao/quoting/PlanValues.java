package org.panbao.quoting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.panbao.profile.Profile;
import org.panbao.quoting.WantedItems.Wish;
import org.panbao.rating.InputValue;

/**
 * What a product may read from a plan. A product file names one of these facts beside a parameter; the set is closed,
 * so that a tariff cannot read what the fact matrix does not know.
 */
final class PlanValues {

    private static final BigDecimal HOURS_PER_DAY = BigDecimal.valueOf(24);

    /** A fact of the whole plan and where the plan states it. */
    private record Fact(String place, Function<Profile, @Nullable Object> read) {}

    private static final Map<String, Fact> FACTS = Map.of(
            "need.aggregateLimitCny",
            new Fact("/plan/need/aggregateLimitCny", profile -> profile.need().aggregateLimitCny()),
            "need.perEventLimitCny",
            new Fact("/plan/need/perEventLimitCny", profile -> profile.need().perEventLimitCny()),
            "need.instalments",
            new Fact("/plan/need/instalments", profile -> yesOrNo(profile.need().instalments())),
            "enterprise.annualRevenueCny",
            new Fact("/plan/insureds", profile -> profile.enterprise().annualRevenueCny()),
            "enterprise.industrySection",
            new Fact("/plan/insureds", profile -> profile.enterprise().industrySection()),
            "enterprise.insuredYears",
            new Fact(
                    "/plan/security/insuranceHistory/insuredYears",
                    profile -> profile.enterprise().insuredYears()),
            "enterprise.lossRatioPercent",
            new Fact(
                    "/plan/security/insuranceHistory/lossRatioPercent",
                    profile -> profile.enterprise().lossRatioPercent()));

    private static final Map<String, Wish> WISHES = Map.of(
            "wanted.limitCny", Wish.LIMIT,
            "wanted.dailyLimitCny", Wish.DAILY_LIMIT,
            "wanted.indemnityDays", Wish.INDEMNITY_DAYS,
            "wanted.deductibleCny", Wish.DEDUCTIBLE,
            "wanted.deductiblePercent", Wish.DEDUCTIBLE_PERCENT,
            "wanted.waitingDays", Wish.WAITING_DAYS);

    private PlanValues() {}

    static boolean isKnown(String fact) {
        return FACTS.containsKey(fact) || WISHES.containsKey(fact);
    }

    /** The wish that a fact reads; null when it reads the plan as a whole. */
    static @Nullable Wish wish(String fact) {
        return WISHES.get(fact);
    }

    /** The fact as an input with its place, or null when the plan does not state it. */
    static @Nullable InputValue find(String fact, Profile profile, WantedItems wanted) {
        Wish wish = WISHES.get(fact);
        if (wish != null) {
            return input(fact, wanted.together(wish), wanted.place(wish));
        }
        Fact known = FACTS.get(fact);
        if (known == null) {
            throw new IllegalArgumentException("a product reads the unknown fact " + fact);
        }
        return input(fact, known.read().apply(profile), known.place());
    }

    private static @Nullable InputValue input(String fact, @Nullable Object value, String place) {
        return value == null ? null : new InputValue(text(value), null, "plan " + fact, null, null, false, place);
    }

    private static String text(Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    private static @Nullable String yesOrNo(@Nullable Boolean value) {
        return value == null ? null : value ? "YES" : "NO";
    }

    /** Waiting time in days; a begun day is not cut off, so that no waiting time is ever lengthened or shortened unseen. */
    static @Nullable BigDecimal days(@Nullable BigDecimal hours) {
        return hours == null
                ? null
                : hours.divide(HOURS_PER_DAY, 4, RoundingMode.HALF_UP).stripTrailingZeros();
    }

    /** Days as hours, as the plan states a waiting time. */
    static @Nullable BigDecimal hours(@Nullable BigDecimal days) {
        return days == null ? null : days.multiply(HOURS_PER_DAY);
    }
}
