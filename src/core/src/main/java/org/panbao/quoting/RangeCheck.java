package org.panbao.quoting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Finding;
import org.panbao.base.Messages;
import org.panbao.base.Severity;
import org.panbao.profile.EnterpriseFact;
import org.panbao.rating.RatingResult.Exposure;
import org.panbao.rating.RatingResult.SizeBand;
import org.panbao.rulebook.Parameter;
import org.panbao.rulebook.Plausibility;
import org.panbao.rulebook.Plausibility.Judgement;
import org.panbao.rulebook.Plausibility.Verdict;
import org.panbao.rulebook.Product;
import org.panbao.rulebook.Unit;

/**
 * An amount that was priced, held against what is usual, so that a sum in 万元 where yuan are meant is noticed wherever it
 * came from, the plan or the request.
 *
 * @param ref where the amount stands: an input by its pointer, otherwise a register
 * @param judged the amount or ratio, its bounds and what it looks like
 */
public record RangeCheck(String ref, Judgement judged) {

    private static final Messages MESSAGES = Messages.of(RangeCheck.class, "quoting");

    private static final String REVENUE = "enterprise.annualRevenueCny";

    /** Every exposure base in yuan, and a revenue that selects a row, over the staff of the plan. */
    static List<RangeCheck> of(
            Product product, List<Exposure> exposures, EnterpriseFact enterprise, Plausibility bounds) {
        List<RangeCheck> checks = new ArrayList<>();
        for (Exposure exposure : exposures) {
            if (exposure.parameter() != null && exposure.unit() == Unit.CNY) {
                Judgement limit = bounds.judge("PLA-LIMIT", exposure.amount(), BigDecimal.ONE);
                checks.add(new RangeCheck(exposure.ref(), limit));
            }
            for (SizeBand band : exposure.bands()) {
                Integer staff = enterprise.staffCount();
                if (isRevenue(product, band) && staff != null && staff > 0) {
                    Judgement perHead =
                            bounds.judge("PLA-REVENUE-HEAD", new BigDecimal(band.key()), BigDecimal.valueOf(staff));
                    checks.add(new RangeCheck(ref(band), perHead));
                }
            }
        }
        return checks;
    }

    private static String ref(SizeBand band) {
        return band.hit().key().get(band.hit().key().size() - 1).ref();
    }

    private static boolean isRevenue(Product product, SizeBand band) {
        Parameter parameter = product.parameters().get(band.parameter());
        return parameter != null && parameter.facts().contains(REVENUE);
    }

    /** What is told of an amount that is out of proportion; null when it is not. */
    public @Nullable Finding finding() {
        if (judged.verdict() == Verdict.PLAUSIBLE) {
            return null;
        }
        String code = judged.verdict() == Verdict.SLIP ? "priced-unit-slip" : "priced-implausible";
        Map<String, String> values = Map.of("value", judged.ratio().toPlainString(), "row", judged.row());
        return new Finding(Severity.WARNING, ref, code, MESSAGES.text(code, values));
    }
}
