package org.panbao.intake.check;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Text;
import org.panbao.intake.parse.Findings;
import org.panbao.intake.parse.PlanNode;

/** Wanted limits, deductibles and the term make sense together. */
final class NeedCheck implements PlanCheck {

    private static final Period USUAL_AT_MOST = Period.ofYears(3);

    @Override
    public void check(PlanNode plan, Findings findings) {
        PlanNode need = plan.child("need");
        List<PlanNode> covers = need.items("covers");
        checkOnce(covers, findings);
        for (PlanNode cover : covers) {
            notAbove(cover, "deductibleCny", cover, "limitCny", findings);
            notAbove(cover, "dailyLimitCny", cover, "limitCny", findings);
            notAbove(cover, "limitCny", need, "aggregateLimitCny", findings);
            positive(cover, "limitCny", findings);
        }
        notAbove(need, "perEventLimitCny", need, "aggregateLimitCny", findings);
        positive(need, "aggregateLimitCny", findings);
        positive(need, "perEventLimitCny", findings);
        for (PlanNode insured : plan.items("insureds")) {
            notAbove(insured, "limitCny", need, "aggregateLimitCny", findings);
        }
        checkTerm(need, findings);
    }

    private static void checkOnce(List<PlanNode> covers, Findings findings) {
        Set<String> seen = new HashSet<>();
        for (PlanNode cover : covers) {
            String item = cover.text("item");
            if (item != null && !seen.add(item)) {
                findings.error(cover.at("item"), "cover-twice", Map.of("value", item));
            }
        }
    }

    private static void notAbove(PlanNode place, String field, PlanNode bounding, String bound, Findings findings) {
        BigDecimal value = place.decimal(field);
        BigDecimal limit = bounding.decimal(bound);
        if (value != null && limit != null && value.compareTo(limit) > 0) {
            Text boundName = findings.nameOf(bounding.at(bound));
            findings.error(
                    place.at(field),
                    "amount-above",
                    Map.of("value", value.toPlainString(), "limit", limit.toPlainString()),
                    Map.of("bound", boundName));
        }
    }

    private static void positive(PlanNode place, String field, Findings findings) {
        BigDecimal value = place.decimal(field);
        if (value != null && value.signum() == 0) {
            findings.error(place.at(field), "limit-zero");
        }
    }

    private static void checkTerm(PlanNode need, Findings findings) {
        String term = need.text("term");
        Period period = term == null ? null : parse(term);
        if (term == null || period == null) {
            return;
        }
        if (period.isZero()) {
            findings.error(need.at("term"), "term-not-positive", Map.of("value", term));
        } else if (LocalDate.EPOCH.plus(period).isAfter(LocalDate.EPOCH.plus(USUAL_AT_MOST))) {
            findings.warning(need.at("term"), "term-unusual", Map.of("value", term));
        }
    }

    private static @Nullable Period parse(String term) {
        try {
            return Period.parse(term);
        } catch (DateTimeException e) {
            return null; // the schema tells of it
        }
    }
}
