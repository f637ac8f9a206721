package org.panbao.coverage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.panbao.profile.EnterpriseFact;
import org.panbao.rulebook.CsvTable;
import org.panbao.rulebook.Faults;

/**
 * What could be lost at most under an item; a limit above it would insure more than there is (保险法 art. 55).
 * Parameters are the rows of {@code rules/coverage/insurable-values.csv}.
 */
final class InsurableValue {

    /** How the value of an item is counted. */
    enum Basis {
        /** Revenue × gross margin × indemnity days ÷ days of a year. */
        GROSS_MARGIN,
        /** Personal records × cost of telling one person. */
        NOTIFICATION,
        /** Personal records × compensation for one. */
        RECORDS,
        /** Payments of the days within which a fraud is noticed, taken as that share of revenue. */
        PAYMENT_FLOW,
        /** Costs as they arise: no value to cap them. */
        COST
    }

    private static final List<String> KNOWN = List.of(
            "INDEMNITY_DAYS",
            "PAYMENT_DAYS",
            "DAYS_PER_YEAR",
            "NOTIFICATION_COST",
            "LIABILITY_COST",
            "ROUND_DOWN_TO",
            InsurableLimits.TOLERANCE);

    private final BigDecimal indemnityDays;
    private final BigDecimal paymentDays;
    private final BigDecimal daysPerYear;
    private final BigDecimal notificationCny;
    private final BigDecimal liabilityCny;

    InsurableValue(CsvTable table) {
        Faults faults = new Faults();
        faults.rows(table, row -> {
            if (!KNOWN.contains(row.id())) {
                throw row.fault("nothing reads '" + row.id() + "'; known are " + KNOWN);
            }
            row.decimal("value");
        });
        faults.throwIfAny(table.path());
        this.indemnityDays = value(table, "INDEMNITY_DAYS");
        this.paymentDays = value(table, "PAYMENT_DAYS");
        this.daysPerYear = value(table, "DAYS_PER_YEAR");
        this.notificationCny = value(table, "NOTIFICATION_COST");
        this.liabilityCny = value(table, "LIABILITY_COST");
    }

    static BigDecimal value(CsvTable table, String id) {
        return table.loadById(id).decimal("value");
    }

    /** Yuan, two decimals, or null when figures are missing; {@code COST} has none. */
    @Nullable
    BigDecimal of(Basis basis, EnterpriseFact enterprise) {
        return of(basis, enterprise, indemnityDays);
    }

    /** The same for an interruption of {@code days}. */
    @Nullable
    BigDecimal of(Basis basis, EnterpriseFact enterprise, BigDecimal days) {
        return switch (basis) {
            case GROSS_MARGIN -> grossMargin(enterprise, days);
            case NOTIFICATION -> records(enterprise, notificationCny);
            case RECORDS -> records(enterprise, liabilityCny);
            case PAYMENT_FLOW -> ofDays(enterprise.annualRevenueCny(), paymentDays);
            case COST -> null;
        };
    }

    private @Nullable BigDecimal grossMargin(EnterpriseFact enterprise, BigDecimal days) {
        BigDecimal revenue = enterprise.annualRevenueCny();
        BigDecimal percent = enterprise.grossMarginPercent();
        if (revenue == null || percent == null) {
            return null;
        }
        return ofDays(revenue.multiply(percent).movePointLeft(2).max(BigDecimal.ZERO), days);
    }

    private @Nullable BigDecimal ofDays(@Nullable BigDecimal annualCny, BigDecimal days) {
        return annualCny == null ? null : annualCny.multiply(days).divide(daysPerYear, 2, RoundingMode.HALF_UP);
    }

    private static @Nullable BigDecimal records(EnterpriseFact enterprise, BigDecimal cnyPerRecord) {
        Long count = enterprise.personalRecordCount();
        return count == null ? null : BigDecimal.valueOf(count).multiply(cnyPerRecord);
    }
}
