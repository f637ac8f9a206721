package org.panbao.profile;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.panbao.profile.Plan.Conclusion;
import org.panbao.profile.Plan.Hosting;
import org.panbao.profile.Plan.SystemKind;

/**
 * One system on the rating date.
 *
 * @param protectionLevel graded-protection level 0–5; null when not stated
 * @param filed a filing number is on record
 * @param assessmentAgeDays days from the last assessment to the rating date; null without an assessment
 */
public record SystemFact(
        String systemId,
        SystemKind kind,
        Hosting hosting,
        @Nullable String cloudProvider,
        boolean overseas,
        boolean internetFacing,
        @Nullable Long userCount,
        int importance,
        @Nullable BigDecimal dailyRevenueCny,
        @Nullable BigDecimal tolerableOutageHours,
        @Nullable Long recordCount,
        @Nullable Integer protectionLevel,
        boolean filed,
        @Nullable Integer assessmentAgeDays,
        @Nullable Conclusion conclusion,
        @Nullable Integer majorHazards,
        @Nullable BigDecimal oldScore) {}
