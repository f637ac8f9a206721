package org.panbao.quoting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.panbao.profile.WantedCoverFact;
import org.panbao.rulebook.Parameter;

/**
 * The wanted items that one cover of a product pays, and their figures taken together.
 *
 * @param plan everything that the plan wants, by whose order an item has its place
 */
record WantedItems(List<WantedCoverFact> items, List<WantedCoverFact> plan) {

    static final String COVERS = "/plan/need/covers";

    /**
     * A figure that items ask for.
     *
     * @param field name in the plan
     * @param addsUp whether the figures of several items add up; else {@code join} says which one counts
     */
    record Wish(
            String field,
            boolean addsUp,
            Function<WantedCoverFact, @Nullable BigDecimal> figure,
            BinaryOperator<BigDecimal> join) {

        static final Wish LIMIT = new Wish("limitCny", true, WantedCoverFact::limitCny, BigDecimal::add);
        /** The largest daily limit. */
        static final Wish DAILY_LIMIT =
                new Wish("dailyLimitCny", false, WantedCoverFact::dailyLimitCny, BigDecimal::max);
        /** The longest indemnity period. */
        static final Wish INDEMNITY_DAYS = new Wish("indemnityDays", false, Wish::indemnityDays, BigDecimal::max);
        /** The smallest deductible: an insured never bears more than it asked for. */
        static final Wish DEDUCTIBLE =
                new Wish("deductibleCny", false, WantedCoverFact::deductibleCny, BigDecimal::min);
        /** The smallest deductible share, in percent. */
        static final Wish DEDUCTIBLE_PERCENT =
                new Wish("deductiblePercent", false, WantedCoverFact::deductiblePercent, BigDecimal::min);
        /** The shortest waiting time, in days. */
        static final Wish WAITING_DAYS =
                new Wish("waitingHours", false, item -> PlanValues.days(item.waitingHours()), BigDecimal::min);

        /** Amounts insured, the limit first. */
        static final List<Wish> AMOUNTS = List.of(LIMIT, DAILY_LIMIT, INDEMNITY_DAYS);
        /** What the insured bears of its own loss. */
        static final List<Wish> OWN_PART = List.of(DEDUCTIBLE_PERCENT, DEDUCTIBLE, WAITING_DAYS);

        /** The figure as the plan has it, in the unit of its field. */
        @Nullable
        BigDecimal stated(WantedCoverFact item) {
            return equals(WAITING_DAYS) ? item.waitingHours() : figure.apply(item);
        }

        /** Whether a parameter reads this figure. */
        boolean isReadBy(Parameter parameter) {
            for (String fact : parameter.facts()) { // asked of every parameter in every decision
                if (equals(PlanValues.wish(fact))) {
                    return true;
                }
            }
            return false;
        }

        private static @Nullable BigDecimal indemnityDays(WantedCoverFact item) {
            Integer days = item.indemnityDays();
            return days == null ? null : BigDecimal.valueOf(days);
        }
    }

    WantedItems {
        items = List.copyOf(items);
        plan = List.copyOf(plan);
    }

    boolean isEmpty() {
        return items.isEmpty();
    }

    /** The figure that counts; null when no item states one. */
    @Nullable
    BigDecimal together(Wish wish) {
        return items.stream()
                .map(wish.figure)
                .filter(Objects::nonNull)
                .reduce(wish.join)
                .orElse(null);
    }

    /** Where the figure that counts stands in the plan; all wanted covers when it is a sum of several. */
    String place(Wish wish) {
        BigDecimal taken = together(wish);
        for (WantedCoverFact item : items) {
            BigDecimal own = wish.figure.apply(item);
            if (own != null && taken != null && own.compareTo(taken) == 0) {
                return place(item, wish.field);
            }
        }
        return COVERS;
    }

    String place(WantedCoverFact item, String field) {
        int position = plan.indexOf(item);
        return position < 0 ? COVERS : COVERS + "/" + position + "/" + field;
    }

    /** Item and figure of every item that states one, when not all the same and only one can count; else empty. */
    List<String> differing(Wish wish) {
        List<String> stated = new ArrayList<>();
        boolean differ = false;
        for (WantedCoverFact item : items) {
            BigDecimal own = wish.addsUp() ? null : wish.figure.apply(item);
            if (own != null) {
                stated.add(item.item() + " " + own.toPlainString());
                differ |= own.compareTo(Objects.requireNonNull(together(wish))) != 0;
            }
        }
        return differ ? stated : List.of();
    }
}
