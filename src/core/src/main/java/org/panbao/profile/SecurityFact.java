package org.panbao.profile;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What the plan lists of its security organisation, beside the answers to the questions. Each component can only get
 * better by another entry in the plan.
 *
 * @param policyAgeDays days since the latest review of any security policy; null when no review is dated
 * @param productCoveragePercent widest coverage stated of any deployed product, 0–100; null when none is
 * @param serviceAgeDays days since a security service last ran, 0 while one runs; null when none ever did
 * @param certificateCount certificates that security staff hold
 */
public record SecurityFact(
        boolean headAppointed,
        boolean dedicatedBody,
        @Nullable Integer policyAgeDays,
        @Nullable BigDecimal productCoveragePercent,
        @Nullable Integer serviceAgeDays,
        int certificateCount) {

    /** Nothing of it is stated. */
    public static final SecurityFact UNSTATED = new SecurityFact(false, false, null, null, null, 0);
}
