package org.panbao.profile;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A wanted cover item, P01–P16 or L01–L07, as the plan asks for it. */
public record WantedCoverFact(
        String item,
        @Nullable BigDecimal limitCny,
        @Nullable BigDecimal deductibleCny,
        @Nullable BigDecimal deductiblePercent,
        @Nullable BigDecimal waitingHours,
        @Nullable BigDecimal dailyLimitCny,
        @Nullable Integer indemnityDays) {}
