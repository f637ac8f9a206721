package org.panbao.quoting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.panbao.coverage.CoverAdvice;
import org.panbao.coverage.ItemAdvice;
import org.panbao.coverage.SuggestedLimit;
import org.panbao.profile.WantedCoverFact;
import org.panbao.rulebook.CsvTable;
import org.panbao.rulebook.Parameter;
import org.panbao.rulebook.Product;
import org.panbao.rulebook.Rulebook;

/**
 * Turns advised items into terms that the product can take: a limit becomes a daily limit where the cover pays by the
 * day; a deductible or waiting time without a filed row becomes its filed neighbour, or is left to the product's default.
 */
final class AdvisedTerms {

    private final Product product;

    AdvisedTerms(Product product) {
        this.product = product;
    }

    /** What is priced when the plan asks for nothing: every advised item that could be paid. */
    List<WantedCoverFact> wanted(CoverAdvice advice, Rulebook rulebook) {
        CsvTable values = rulebook.table("rules/coverage/insurable-values.csv");
        BigDecimal days = values.loadById("INDEMNITY_DAYS").decimal("value");
        List<WantedCoverFact> advised = new ArrayList<>();
        for (ItemAdvice item : advice.items()) {
            SuggestedLimit limit = item.limit();
            if (limit != null && item.status().isPayable()) {
                advised.add(wanted(fitted(item), limit.amountCny(), days));
            }
        }
        return advised;
    }

    private WantedCoverFact wanted(ItemAdvice item, BigDecimal limitCny, BigDecimal days) {
        boolean byDay = parameter(item.item(), "wanted.dailyLimitCny") != null;
        boolean carried = product.findCarrier(item.item()) != null;
        return new WantedCoverFact(
                item.item(),
                limitCny,
                null,
                carried ? item.deductiblePercent() : null,
                carried ? item.waitingHours() : null,
                byDay ? limitCny.divide(days, 0, RoundingMode.DOWN) : null,
                byDay ? days.intValueExact() : null);
    }

    /** The advice with the deductible and waiting time that the product can take; unchanged where no cover carries it. */
    ItemAdvice fitted(ItemAdvice item) {
        if (product.findCarrier(item.item()) == null) {
            return item;
        }
        return new ItemAdvice(
                item.item(),
                item.name(),
                item.line(),
                item.wanted(),
                item.status(),
                item.limit(),
                item.sublimitPercent(),
                taken(item, "wanted.deductiblePercent", item.deductiblePercent()),
                PlanValues.hours(taken(item, "wanted.waitingDays", PlanValues.days(item.waitingHours()))),
                item.terms(),
                item.reasons());
    }

    private @Nullable BigDecimal taken(ItemAdvice item, String fact, @Nullable BigDecimal advised) {
        Parameter parameter = parameter(item.item(), fact);
        return parameter == null || advised == null ? null : new FiledValues(product, parameter).nearest(advised);
    }

    /** The parameter of the item's cover that reads a fact of the plan; null when the product asks for no such thing. */
    private @Nullable Parameter parameter(String item, String fact) {
        Product.Cover cover = product.findCarrier(item);
        if (cover == null) {
            return null;
        }
        for (Parameter parameter : product.parameters().values()) {
            boolean reads = parameter.isOfProduct() || parameter.covers().contains(cover.id());
            if (reads && parameter.facts().contains(fact)) {
                return parameter;
            }
        }
        return null;
    }
}
