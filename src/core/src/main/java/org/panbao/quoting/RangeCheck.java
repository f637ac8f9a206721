package org.panbao.quoting;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.panbao.profile.EnterpriseFact;
import org.panbao.rating.RatingResult.Exposure;
import org.panbao.rating.RatingResult.SizeBand;
import org.panbao.rulebook.Interval;
import org.panbao.rulebook.Parameter;
import org.panbao.rulebook.Plausibility;
import org.panbao.rulebook.Plausibility.Verdict;
import org.panbao.rulebook.Product;
import org.panbao.rulebook.Unit;

/**
 * An amount that was priced, held against what is usual, whether or not it fits: so a record shows that a sum in 万元 where
 * yuan are meant was looked for, wherever the amount came from.
 *
 * @param check id of the bounds
 * @param ref where the amount stands: an input by its pointer, otherwise a register
 * @param value the amount, or the ratio that the bounds are for
 */
public record RangeCheck(String check, String ref, BigDecimal value, Interval usual, Verdict verdict) {

    private static final String LIMIT = "PLA-LIMIT";
    private static final String REVENUE_PER_HEAD = "PLA-REVENUE-HEAD";
    private static final String REVENUE = "enterprise.annualRevenueCny";

    /**
     * Every exposure base in yuan, and a revenue that selects a row, over the staff of the plan. For the record of a
     * decision, on which they have no bearing.
     */
    public static List<RangeCheck> of(
            Product product, List<Exposure> exposures, EnterpriseFact enterprise, Plausibility bounds) {
        List<RangeCheck> checks = new ArrayList<>();
        Interval limits = bounds.find(LIMIT);
        Interval revenues = bounds.find(REVENUE_PER_HEAD);
        Integer staff = enterprise.staffCount();
        for (Exposure exposure : exposures) {
            if (limits != null && exposure.parameter() != null && exposure.unit() == Unit.CNY) {
                checks.add(judged(LIMIT, exposure.ref(), exposure.amount(), limits));
            }
            for (SizeBand band : exposure.bands()) {
                if (revenues != null && staff != null && staff > 0 && isRevenue(product, band)) {
                    BigDecimal perHead =
                            new BigDecimal(band.key()).divide(BigDecimal.valueOf(staff), MathContext.DECIMAL64);
                    checks.add(judged(REVENUE_PER_HEAD, ref(band), perHead, revenues));
                }
            }
        }
        return checks;
    }

    private static RangeCheck judged(String check, String ref, BigDecimal value, Interval usual) {
        return new RangeCheck(check, ref, value, usual, Plausibility.judge(usual, value));
    }

    private static String ref(SizeBand band) {
        return band.hit().key().get(band.hit().key().size() - 1).ref();
    }

    private static boolean isRevenue(Product product, SizeBand band) {
        Parameter parameter = product.parameters().get(band.parameter());
        return parameter != null && parameter.facts().contains(REVENUE);
    }
}
