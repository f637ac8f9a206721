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
import org.panbao.rulebook.Coefficient;
import org.panbao.rulebook.CsvTable;
import org.panbao.rulebook.Parameter;
import org.panbao.rulebook.Product;
import org.panbao.rulebook.Rulebook;

/**
 * Turns advised items into terms that the product can price: a limit becomes a daily limit where the cover pays by the
 * day, and a deductible or waiting time that the filing has no row for is left to the product's default.
 */
final class AdvisedTerms {

    private final Product product;
    private final CsvTable values;

    private AdvisedTerms(Product product, CsvTable values) {
        this.product = product;
        this.values = values;
    }

    static List<WantedCoverFact> of(Product product, CoverAdvice advice, Rulebook rulebook) {
        AdvisedTerms terms = new AdvisedTerms(product, rulebook.table("rules/coverage/insurable-values.csv"));
        List<WantedCoverFact> advised = new ArrayList<>();
        for (ItemAdvice item : advice.items()) {
            SuggestedLimit limit = item.limit();
            if (limit != null && item.status().isPayable()) {
                advised.add(terms.wanted(item, limit.amountCny()));
            }
        }
        return advised;
    }

    private WantedCoverFact wanted(ItemAdvice item, BigDecimal limitCny) {
        boolean byDay = parameter(item, "wanted.dailyLimitCny") != null;
        BigDecimal days = byDay ? values.loadById("INDEMNITY_DAYS").decimal("value") : null;
        return new WantedCoverFact(
                item.item(),
                limitCny,
                null,
                filed(item, "wanted.deductiblePercent", item.deductiblePercent(), item.deductiblePercent()),
                filed(item, "wanted.waitingDays", item.waitingHours(), PlanValues.days(item.waitingHours())),
                days == null ? null : limitCny.divide(days, 0, RoundingMode.DOWN),
                days == null ? null : days.intValueExact());
    }

    /** The advised figure when the filing has a row for it in its own unit, else null. */
    private @Nullable BigDecimal filed(
            ItemAdvice item, String fact, @Nullable BigDecimal advised, @Nullable BigDecimal inUnit) {
        Parameter parameter = parameter(item, fact);
        return parameter != null && inUnit != null && isFiled(parameter, inUnit) ? advised : null;
    }

    private boolean isFiled(Parameter parameter, BigDecimal value) {
        return product.coefficients().stream()
                .filter(coefficient -> parameter.id().equals(coefficient.rangeKey()))
                .allMatch(coefficient -> coefficient.interpolation() != Coefficient.Interpolation.NONE
                        || coefficient.offTable() != Coefficient.OffTable.REFUSE
                        || hasRow(coefficient, value));
    }

    private static boolean hasRow(Coefficient coefficient, BigDecimal value) {
        return coefficient.rows().stream()
                .anyMatch(row -> row.key() != null && row.key().contains(value));
    }

    /** The parameter of the item's cover that reads a fact of the plan; null when the product asks for no such thing. */
    private @Nullable Parameter parameter(ItemAdvice item, String fact) {
        for (Product.Cover cover : product.covers()) {
            if (cover.items().contains(item.item())) {
                for (Parameter parameter : product.parameters().values()) {
                    boolean reads =
                            parameter.isOfProduct() || parameter.covers().contains(cover.id());
                    if (reads && parameter.facts().contains(fact)) {
                        return parameter;
                    }
                }
            }
        }
        return null;
    }
}
