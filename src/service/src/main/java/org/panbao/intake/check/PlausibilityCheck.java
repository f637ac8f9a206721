package org.panbao.intake.check;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.panbao.intake.parse.Findings;
import org.panbao.intake.parse.PlanNode;
import org.panbao.rulebook.Plausibility;
import org.panbao.rulebook.Plausibility.Verdict;

/** Amounts fit each other; where they do not, an amount given in 万元 instead of yuan is the first suspicion. */
final class PlausibilityCheck implements PlanCheck {

    private static final BigDecimal DAYS_OF_YEAR = new BigDecimal(365);

    private final Plausibility bounds;

    PlausibilityCheck(Plausibility bounds) {
        this.bounds = bounds;
    }

    /** A field with an amount. */
    private record Amount(PlanNode place, String field) {

        String pointer() {
            return place.at(field);
        }

        @Nullable
        BigDecimal value() {
            return place.decimal(field);
        }
    }

    /** An amount over another figure, judged by the row of this id; the other figure comes from {@code other}. */
    private record Ratio(
            String row, Amount amount, @Nullable BigDecimal denominator, Amount other) {}

    @Override
    public void check(PlanNode plan, Findings findings) {
        List<PlanNode> insureds = plan.items("insureds");
        for (PlanNode insured : insureds) {
            Amount revenue = new Amount(insured, "annualRevenueCny");
            BigDecimal staff = count(insured.whole("staffCount"));
            judge(new Ratio("PLA-REVENUE-HEAD", revenue, staff, new Amount(insured, "staffCount")), findings);
            checkCounts(insured, findings);
        }
        PlanNode security = plan.child("security");
        Amount spend = new Amount(security, "annualSpendCny");
        Amount budget = new Amount(security, "itBudgetCny");
        judge(new Ratio("PLA-SPEND-BUDGET", spend, budget.value(), budget), findings);
        if (!insureds.isEmpty()) {
            compareWithRevenue(plan, insureds, findings);
        }
        for (PlanNode cover : plan.child("need").items("covers")) {
            Amount limit = new Amount(cover, "limitCny");
            judge(new Ratio("PLA-LIMIT", limit, BigDecimal.ONE, limit), findings);
        }
    }

    private void compareWithRevenue(PlanNode plan, List<PlanNode> insureds, Findings findings) {
        BigDecimal revenue = sum(insureds);
        Amount stated = new Amount(insureds.get(0), "annualRevenueCny");
        PlanNode security = plan.child("security");
        Amount budget = new Amount(security, "itBudgetCny");
        Amount spend = new Amount(security, "annualSpendCny");
        Amount limit = new Amount(plan.child("need"), "aggregateLimitCny");
        judge(new Ratio("PLA-BUDGET-REVENUE", budget, revenue, stated), findings);
        judge(new Ratio("PLA-SPEND-REVENUE", spend, revenue, stated), findings);
        judge(new Ratio("PLA-LIMIT-REVENUE", limit, revenue, stated), findings);
        BigDecimal perDay = revenue == null ? null : revenue.divide(DAYS_OF_YEAR, MathContext.DECIMAL64);
        for (PlanNode system : plan.child("informatization").items("systems")) {
            judge(new Ratio("PLA-DAILY-ANNUAL", new Amount(system, "dailyRevenueCny"), perDay, stated), findings);
        }
    }

    private void judge(Ratio ratio, Findings findings) {
        BigDecimal value = ratio.amount().value();
        BigDecimal denominator = ratio.denominator();
        if (value == null || value.signum() == 0 || denominator == null || denominator.signum() == 0) {
            return;
        }
        Verdict verdict = bounds.judge(ratio.row(), value, denominator);
        if (verdict != Verdict.PLAUSIBLE) {
            findings.warning(
                    ratio.amount().pointer(),
                    verdict == Verdict.SLIP ? "unit-slip" : "implausible-amount",
                    Map.of("value", value.toPlainString(), "row", ratio.row()),
                    Map.of("other", findings.nameOf(ratio.other().pointer())));
        }
    }

    private static void checkCounts(PlanNode insured, Findings findings) {
        Long personal = insured.whole("personalRecordCount");
        Long sensitive = insured.whole("sensitiveRecordCount");
        if (personal != null && sensitive != null && sensitive > personal) {
            findings.error(insured.at("sensitiveRecordCount"), "sensitive-above-personal");
        }
    }

    private static @Nullable BigDecimal sum(List<PlanNode> insureds) {
        BigDecimal sum = BigDecimal.ZERO;
        for (PlanNode insured : insureds) {
            BigDecimal revenue = insured.decimal("annualRevenueCny");
            if (revenue == null) {
                return null;
            }
            sum = sum.add(revenue);
        }
        return sum;
    }

    private static @Nullable BigDecimal count(@Nullable Long count) {
        return count == null ? null : BigDecimal.valueOf(count);
    }
}
