package org.panbao.rating;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.panbao.rulebook.Product.Operation;

/**
 * What the coefficients of a cover come to together, before and after the filed caps.
 *
 * @param register running premium of the cover; a calculation with open coefficients has two
 * @param base amount times base rate
 * @param total product of the coefficients
 * @param uncapped base times total
 * @param capped the same after the caps of the cover
 */
record CoefficientTotal(
        String register, String cover, BigDecimal base, BigDecimal total, BigDecimal uncapped, BigDecimal capped) {

    private static final String COEFFICIENT = "coefficient";

    boolean isBound() {
        return capped.compareTo(uncapped) != 0;
    }

    /** What the coefficients come to after the caps, to 34 digits; null when there is no base to compare with. */
    @Nullable
    BigDecimal cappedTotal() {
        if (!isBound()) {
            return total;
        }
        return base.signum() == 0 ? null : capped.divide(base, Parameters.DIVISION);
    }

    /** One for each cover and pass, read from the steps. */
    static List<CoefficientTotal> of(List<Step> steps) {
        Map<String, CoefficientTotal> byRegister = new LinkedHashMap<>();
        for (Step step : steps) {
            String cover = step.cover();
            if (cover != null && step.after() != null) {
                CoefficientTotal before = byRegister.get(step.register());
                CoefficientTotal after = before == null ? started(step, cover) : before.moved(step);
                byRegister.put(step.register(), after);
            }
        }
        return new ArrayList<>(byRegister.values());
    }

    private static CoefficientTotal started(Step step, String cover) {
        if (!step.subject().equals(Operation.BASE.name())) {
            throw new IllegalStateException("a cover begins with its base: " + step.subject());
        }
        BigDecimal base = step.value();
        return new CoefficientTotal(step.register(), cover, base, BigDecimal.ONE, base, base);
    }

    private CoefficientTotal moved(Step step) {
        return switch (step.operator()) {
            case MULTIPLY ->
                new CoefficientTotal(
                        register, cover, base, total.multiply(coefficient(step)), step.value(), step.value());
            case MIN, MAX -> new CoefficientTotal(register, cover, base, total, uncapped, step.value());
            default -> this;
        };
    }

    private static BigDecimal coefficient(Step step) {
        return step.operands().stream()
                .filter(operand -> operand.role().equals(COEFFICIENT))
                .map(Step.Operand::value)
                .reduce(BigDecimal.ONE, BigDecimal::multiply);
    }
}
