package org.panbao.quoting;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.panbao.rating.RatingResult;
import org.panbao.rating.Step;
import org.panbao.rulebook.Product;
import org.panbao.rulebook.Product.Operation;

/** What the insurer can lose at most under a quote. */
final class SumInsured {

    private static final String AMOUNT = "amount";

    private SumInsured() {}

    /** The amounts that the base rates were applied to, added up; the aggregate limit where one is agreed below them. */
    static BigDecimal of(Product product, RatingResult rating) {
        BigDecimal sum = amounts(rating).values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        for (RatingResult.Input input : rating.inputs()) {
            if (input.parameter().equals(product.aggregate())) {
                sum = sum.min(new BigDecimal(input.value().value()));
            }
        }
        return sum;
    }

    /** The amounts that the base rates were applied to, by cover. */
    static Map<String, BigDecimal> amounts(RatingResult rating) {
        // a premium with open coefficients is worked out twice, over the same amounts
        Map<String, BigDecimal> byCover = new HashMap<>();
        for (Step step : rating.steps()) {
            if (step.subject().equals(Operation.BASE.name())) {
                byCover.put(String.valueOf(step.cover()), amount(step));
            }
        }
        return byCover;
    }

    private static BigDecimal amount(Step base) {
        return base.operands().stream()
                .filter(operand -> operand.role().equals(AMOUNT))
                .map(Step.Operand::value)
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }
}
