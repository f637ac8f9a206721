package org.panbao.quoting;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.panbao.profile.WantedCoverFact;

/** The wanted items that one cover of a product pays, and their figures taken together. */
record WantedItems(List<WantedCoverFact> items) {

    WantedItems {
        items = List.copyOf(items);
    }

    boolean isEmpty() {
        return items.isEmpty();
    }

    /** Sum of the limits stated; null when none is. */
    @Nullable
    BigDecimal limitCny() {
        return together(WantedCoverFact::limitCny, BigDecimal::add);
    }

    /** Largest daily limit stated. */
    @Nullable
    BigDecimal dailyLimitCny() {
        return together(WantedCoverFact::dailyLimitCny, BigDecimal::max);
    }

    /** Longest indemnity period stated, in days. */
    @Nullable
    BigDecimal indemnityDays() {
        return together(
                item -> item.indemnityDays() == null ? null : BigDecimal.valueOf(item.indemnityDays()),
                BigDecimal::max);
    }

    /** Smallest deductible stated: an insured never bears more than it asked for. */
    @Nullable
    BigDecimal deductibleCny() {
        return together(WantedCoverFact::deductibleCny, BigDecimal::min);
    }

    /** Smallest deductible share stated, in percent. */
    @Nullable
    BigDecimal deductiblePercent() {
        return together(WantedCoverFact::deductiblePercent, BigDecimal::min);
    }

    /** Shortest waiting time stated, in hours. */
    @Nullable
    BigDecimal waitingHours() {
        return together(WantedCoverFact::waitingHours, BigDecimal::min);
    }

    private @Nullable BigDecimal together(
            Function<WantedCoverFact, @Nullable BigDecimal> figure, BinaryOperator<BigDecimal> join) {
        return items.stream().map(figure).filter(Objects::nonNull).reduce(join).orElse(null);
    }
}
