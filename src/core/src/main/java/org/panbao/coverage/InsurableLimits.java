package org.panbao.coverage;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.panbao.profile.EnterpriseFact;
import org.panbao.rulebook.CsvTable;
import org.panbao.rulebook.Rulebook;

/** How far a limit may go: what could be lost at most under an item, and the tolerance of that estimate (保险法 art. 55). */
public final class InsurableLimits {

    static final String TOLERANCE = "OVER_INSURANCE_TOLERANCE";

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final CoverageTables tables;
    private final InsurableValue values;
    private final BigDecimal tolerancePercent;

    private InsurableLimits(Rulebook rulebook) {
        CsvTable table = rulebook.table("rules/coverage/insurable-values.csv");
        this.tables = CoverageTables.of(rulebook);
        this.values = new InsurableValue(table);
        this.tolerancePercent = InsurableValue.value(table, TOLERANCE);
    }

    /** Those of a rulebook. */
    public static InsurableLimits of(Rulebook rulebook) {
        return rulebook.view(InsurableLimits.class, InsurableLimits::new);
    }

    /** In percent of the insurable value. */
    public BigDecimal tolerancePercent() {
        return tolerancePercent;
    }

    /**
     * The insurable value of an item in yuan; null where it has none, as for costs, or its figures are missing.
     *
     * @param days longest interruption that is paid; null for the usual one
     */
    public @Nullable BigDecimal value(String item, EnterpriseFact enterprise, @Nullable BigDecimal days) {
        CoverItem known = tables.findItem(item);
        if (known == null) {
            return null;
        }
        return days == null ? values.of(known.basis(), enterprise) : values.of(known.basis(), enterprise, days);
    }

    /** Whether a limit insures more than there is, beyond the tolerance. */
    public boolean isExceeded(BigDecimal limitCny, BigDecimal valueCny) {
        return limitCny.multiply(HUNDRED).compareTo(valueCny.multiply(HUNDRED.add(tolerancePercent))) > 0;
    }
}
