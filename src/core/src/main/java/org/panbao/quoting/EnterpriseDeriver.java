package org.panbao.quoting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.panbao.profile.EnterpriseFact;
import org.panbao.profile.EnterpriseFact.Schedule;
import org.panbao.profile.Plan;
import org.panbao.profile.Plan.InsuranceHistory;
import org.panbao.profile.Plan.Insured;
import org.panbao.profile.Plan.Relationship;
import org.panbao.profile.Plan.Security;
import org.panbao.profile.Plan.Staff;
import org.panbao.rulebook.Question.AskedIf;

/** The insureds of a plan as one risk: sums of what adds up, any-of for what makes a risk worse. */
final class EnterpriseDeriver {

    private static final int PERCENT_SCALE = 2;

    private final List<Insured> insureds;

    private EnterpriseDeriver(List<Insured> insureds) {
        this.insureds = insureds;
    }

    static EnterpriseFact derive(Plan plan, List<Insured> insureds) {
        return new EnterpriseDeriver(insureds).derive(plan);
    }

    private EnterpriseFact derive(Plan plan) {
        Security security = plan.security();
        Staff staff = security.staff();
        InsuranceHistory history = security.insuranceHistory();
        IndustryCode industry = IndustryCode.parse(principal().industry());
        Long vehicles = sumOfCounts(Insured::connectedVehicles);
        PlanConditions conditions = new PlanConditions(plan);
        return new EnterpriseFact(
                plan.form(),
                plan.direction(),
                schedule(),
                insureds.size(),
                industry.section(),
                industry.division(),
                sum(Insured::annualRevenueCny),
                weightedByRevenue(Insured::grossMarginPercent),
                weightedByRevenue(Insured::onlineRevenuePercent),
                staffCount(),
                staff == null ? null : staff.fullTime(),
                security.annualSpendCny(),
                sharePercent(security.annualSpendCny(), security.itBudgetCny()),
                sumOfCounts(Insured::personalRecordCount),
                sumOfCounts(Insured::sensitiveRecordCount),
                any(insured -> isTrue(insured.criticalInfrastructureOperator())),
                any(insured -> isTrue(insured.importantDataProcessor())),
                any(conditions::hasOperationalTechnology),
                any(insured -> isTrue(insured.physicalDamagePossible())),
                any(insured -> isTrue(insured.dataExport())),
                highestGrade(),
                vehicles,
                history == null ? null : history.insuredYears(),
                history == null ? null : history.lossRatioPercent(),
                history != null && isTrue(history.declinedBefore()),
                history != null && isTrue(history.scanAuthorisationRefused()),
                insureds.stream().map(Insured::region).distinct().sorted().toList(),
                packs(conditions));
    }

    private List<String> packs(PlanConditions conditions) {
        return Arrays.stream(AskedIf.values())
                .filter(AskedIf::isPack)
                .filter(pack -> any(insured -> conditions.hold(pack, insured)))
                .map(AskedIf::name)
                .sorted()
                .toList();
    }

    private static boolean isTrue(@Nullable Boolean value) {
        return Boolean.TRUE.equals(value);
    }

    private boolean any(Predicate<Insured> test) {
        return insureds.stream().anyMatch(test);
    }

    private Schedule schedule() {
        if (any(insured -> insured.relationship() == Relationship.PARK_TENANT)) {
            return Schedule.PARK;
        }
        if (any(insured -> insured.relationship() == Relationship.PRODUCT_CUSTOMER)) {
            return Schedule.PRODUCT_SERVICE;
        }
        return insureds.size() == 1 ? Schedule.SINGLE : Schedule.GROUP;
    }

    /**
     * The insured whose industry is that of all: the one with the most staff, as GB/T 4754 allows, and the first of equals.
     * Not by revenue, which has a filed row of its own and would move that of the industry too.
     */
    private Insured principal() {
        Insured principal = insureds.get(0);
        for (Insured insured : insureds) {
            if (staff(insured) > staff(principal)) {
                principal = insured;
            }
        }
        return principal;
    }

    private static int staff(Insured insured) {
        return Objects.requireNonNullElse(insured.staffCount(), 0);
    }

    private static BigDecimal revenue(Insured insured) {
        return Objects.requireNonNullElse(insured.annualRevenueCny(), BigDecimal.ZERO);
    }

    /** Null when one of them does not state it: a part would pass for the whole. */
    private @Nullable BigDecimal sum(Function<Insured, @Nullable BigDecimal> part) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Insured insured : insureds) {
            BigDecimal value = part.apply(insured);
            if (value == null) {
                return null;
            }
            sum = sum.add(value);
        }
        return insureds.isEmpty() ? null : sum;
    }

    private @Nullable Long sumOfCounts(Function<Insured, @Nullable Long> part) {
        Long sum = null;
        for (Insured insured : insureds) {
            Long value = part.apply(insured);
            if (value != null) {
                sum = sum == null ? value : Long.valueOf(Math.addExact(sum, value));
            }
        }
        return sum;
    }

    private @Nullable Integer staffCount() {
        Integer sum = null;
        for (Insured insured : insureds) {
            Integer value = insured.staffCount();
            if (value != null) {
                sum = sum == null ? value : Integer.valueOf(Math.addExact(sum, value));
            }
        }
        return sum;
    }

    private @Nullable Integer highestGrade() {
        Integer highest = null;
        for (Insured insured : insureds) {
            Integer grade = insured.industrialInternetGrade();
            if (grade != null && (highest == null || grade > highest)) {
                highest = grade;
            }
        }
        return highest;
    }

    /** Mean over the insureds that state revenue and share, weighted by revenue; null when none states both. */
    private @Nullable BigDecimal weightedByRevenue(Function<Insured, @Nullable BigDecimal> percentOf) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal weights = BigDecimal.ZERO;
        for (Insured insured : insureds) {
            BigDecimal percent = percentOf.apply(insured);
            if (percent != null) {
                sum = sum.add(percent.multiply(revenue(insured)));
                weights = weights.add(revenue(insured));
            }
        }
        return weights.signum() == 0 ? null : sum.divide(weights, PERCENT_SCALE, RoundingMode.HALF_UP);
    }

    private static @Nullable BigDecimal sharePercent(@Nullable BigDecimal part, @Nullable BigDecimal whole) {
        if (part == null || whole == null || whole.signum() <= 0) {
            return null;
        }
        return part.movePointRight(2).divide(whole, PERCENT_SCALE, RoundingMode.HALF_UP);
    }
}
