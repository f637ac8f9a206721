package org.panbao.quoting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Finding;
import org.panbao.base.Messages;
import org.panbao.base.Severity;
import org.panbao.rating.InputValue;
import org.panbao.rating.InsuredInput;
import org.panbao.rating.PlainNumber;
import org.panbao.rulebook.Product;
import org.panbao.rulebook.Product.Cover;

/**
 * The aggregate of a schedule beside the sum of its limits. A daily limit is cut to the fen, which can put the sum a few fen
 * below an aggregate that would equal it; the sum is then the aggregate. A greater excess is left to the filed table.
 */
final class SharedAggregate {

    private static final Messages MESSAGES = Messages.of(SharedAggregate.class, "quoting");

    private final Product product;
    private final List<Finding> warnings = new ArrayList<>();
    private BigDecimal sum = BigDecimal.ZERO;
    private BigDecimal cutOff = BigDecimal.ZERO;

    SharedAggregate(Product product) {
        this.product = product;
    }

    /** Counts what the covers of an insured pay, and how much less than its own limit for being cut to the fen. */
    void add(ScheduledInsured insured, InsuredInput priced) {
        for (Cover cover : product.covers()) {
            BigDecimal amount = amount(cover, priced);
            sum = sum.add(amount);
            BigDecimal limit = insured.limitCny();
            if (limit != null && amount.signum() > 0 && isLowered(cover, insured, priced)) {
                cutOff = cutOff.add(limit.subtract(amount));
            }
        }
    }

    /** Zero where nothing is insured, or where not every part of the amount is stated. */
    private BigDecimal amount(Cover cover, InsuredInput priced) {
        List<String> parts = product.amountParts(cover);
        BigDecimal amount = parts.isEmpty() ? BigDecimal.ZERO : BigDecimal.ONE;
        for (String part : parts) {
            BigDecimal number = number(value(cover, part, priced));
            amount = number == null ? BigDecimal.ZERO : amount.multiply(number);
        }
        return amount;
    }

    private boolean isLowered(Cover cover, ScheduledInsured insured, InsuredInput priced) {
        return product.amountParts(cover).stream()
                .map(part -> value(cover, part, priced))
                .anyMatch(value -> value != null && insured.place("limitCny").equals(value.place()));
    }

    private static @Nullable InputValue value(Cover cover, String part, InsuredInput priced) {
        Map<String, InputValue> own = priced.covers().get(cover.id());
        return own == null ? null : own.getOrDefault(part, priced.parameters().get(part));
    }

    private static @Nullable BigDecimal number(@Nullable InputValue value) {
        return value == null ? null : PlainNumber.find(value.value());
    }

    /** Puts the sum in the place of the aggregate, and of what may not exceed it, where the cutting alone is in the way. */
    void fit(Map<String, InputValue> shared) {
        String aggregate = product.aggregate();
        BigDecimal stated = aggregate == null ? null : number(shared.get(aggregate));
        if (stated == null || stated.compareTo(sum) <= 0 || stated.compareTo(sum.add(cutOff)) > 0) {
            return;
        }
        product.relations().stream()
                .filter(relation -> relation.other().equals(aggregate))
                .forEach(relation -> lower(shared, relation.parameter()));
        lower(shared, Objects.requireNonNull(aggregate));
    }

    private void lower(Map<String, InputValue> shared, String parameter) {
        InputValue stated = shared.get(parameter);
        BigDecimal amount = number(stated);
        if (stated == null || amount == null || amount.compareTo(sum) <= 0) {
            return;
        }
        shared.put(parameter, lowered(stated));
        String place = Objects.requireNonNullElse(stated.place(), "/parameters/" + parameter);
        Map<String, String> values = Map.of("asked", stated.value(), "taken", sum.toPlainString());
        warnings.add(new Finding(
                Severity.WARNING,
                place,
                "aggregate-above-cut-limits",
                MESSAGES.text("aggregate-above-cut-limits", values)
                        .with(
                                "parameter",
                                Objects.requireNonNull(product.parameters().get(parameter))
                                        .name())));
    }

    private InputValue lowered(InputValue stated) {
        return new InputValue(
                sum.toPlainString(),
                stated.unit(),
                stated.source() + " " + stated.value() + ", no more than the sum of the limits",
                stated.assertedBy(),
                stated.at(),
                false,
                stated.place());
    }

    /** What was asked for and lowered. */
    List<Finding> warnings() {
        return warnings;
    }
}
