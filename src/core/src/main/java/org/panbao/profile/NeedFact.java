package org.panbao.profile;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Limits and scenarios wanted for the plan as a whole. */
public record NeedFact(
        List<String> scenarios,
        @Nullable BigDecimal aggregateLimitCny,
        @Nullable BigDecimal perEventLimitCny,
        @Nullable Boolean instalments) {
    public NeedFact {
        scenarios = List.copyOf(scenarios);
    }
}
