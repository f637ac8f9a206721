package org.panbao.profile;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.panbao.profile.Plan.Direction;
import org.panbao.profile.Plan.Form;

/**
 * The insureds of a plan seen as one risk: sums of revenue, staff and records, any-of for what makes a risk worse.
 *
 * @param industrySection GB/T 4754 section letter of the insured with the most staff
 * @param industryDivision two digits, or null when the plan gives the section only
 * @param annualRevenueCny null when no insured states it
 * @param securitySpendSharePercent security spend over IT budget, 0–100, null when unknown
 * @param schedule SINGLE, GROUP, PARK or PRODUCT_SERVICE
 * @param regions codes of GB/T 2260 where the insureds stand, each once, sorted
 * @param packs packs of questions that apply to an insured, each once, sorted; constants of {@code Question.AskedIf}
 */
public record EnterpriseFact(
        Form form,
        Direction direction,
        Schedule schedule,
        int insuredCount,
        String industrySection,
        @Nullable String industryDivision,
        @Nullable BigDecimal annualRevenueCny,
        @Nullable BigDecimal grossMarginPercent,
        @Nullable BigDecimal onlineRevenuePercent,
        @Nullable Integer staffCount,
        @Nullable Integer securityStaffCount,
        @Nullable BigDecimal securitySpendCny,
        @Nullable BigDecimal securitySpendSharePercent,
        @Nullable Long personalRecordCount,
        @Nullable Long sensitiveRecordCount,
        boolean criticalInfrastructureOperator,
        boolean importantDataProcessor,
        boolean operationalTechnology,
        boolean physicalDamagePossible,
        boolean dataExport,
        @Nullable Integer industrialInternetGrade,
        @Nullable Long connectedVehicles,
        @Nullable Integer insuredYears,
        @Nullable BigDecimal lossRatioPercent,
        boolean declinedBefore,
        boolean scanAuthorisationRefused,
        List<String> regions,
        List<String> packs) {

    public EnterpriseFact {
        // records kept before there were these facts have none
        regions = List.copyOf(Objects.requireNonNullElse(regions, List.of()));
        packs = List.copyOf(Objects.requireNonNullElse(packs, List.of()));
    }

    /** Shape of the insured schedule. */
    public enum Schedule {
        SINGLE,
        GROUP,
        PARK,
        PRODUCT_SERVICE
    }
}
