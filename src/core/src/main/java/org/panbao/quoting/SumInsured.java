package org.panbao.quoting;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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

    /** The amounts that the base rates were applied to, by cover; of a schedule added up over the insureds. */
    static Map<String, BigDecimal> amounts(RatingResult rating) {
        Map<String, BigDecimal> byCover = new HashMap<>();
        byPart(rating).forEach((part, amount) -> byCover.merge(part.cover(), amount, BigDecimal::add));
        return byCover;
    }

    /** The amounts of one insured of a schedule, by cover. */
    static Map<String, BigDecimal> amounts(RatingResult rating, String insured) {
        return amounts(rating.only((each, cover) -> each.equals(insured)));
    }

    /** A schedule with each cover as the insured with its greatest amount has it; a single risk as it is. */
    static RatingResult leading(RatingResult rating) {
        if (rating.insureds().isEmpty()) {
            return rating;
        }
        Map<String, String> leaders = new HashMap<>();
        Map<String, BigDecimal> greatest = new HashMap<>();
        byPart(rating).forEach((part, amount) -> {
            BigDecimal known = greatest.get(part.cover());
            if (known == null || amount.compareTo(known) > 0) {
                greatest.put(part.cover(), amount);
                leaders.put(part.cover(), String.valueOf(part.insured()));
            }
        });
        String first = rating.insureds().get(0).insured();
        return rating.only((insured, cover) -> insured.equals(cover == null ? first : leaders.get(cover)));
    }

    /** Whose amount of which cover. */
    private record Part(String cover, @Nullable String insured) {}

    private static Map<Part, BigDecimal> byPart(RatingResult rating) {
        // a premium with open coefficients is worked out twice, over the same amounts
        Map<Part, BigDecimal> byPart = new LinkedHashMap<>();
        for (Step step : rating.steps()) {
            if (step.subject().equals(Operation.BASE.name())) {
                byPart.put(new Part(String.valueOf(step.cover()), step.insured()), amount(step));
            }
        }
        return byPart;
    }

    private static BigDecimal amount(Step base) {
        return base.operands().stream()
                .filter(operand -> operand.role().equals(AMOUNT))
                .map(Step.Operand::value)
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }
}
