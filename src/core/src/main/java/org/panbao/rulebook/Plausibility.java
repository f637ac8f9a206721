package org.panbao.intake.check;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;
import org.panbao.rulebook.CsvTable;
import org.panbao.rulebook.ReleaseFiles;

/**
 * Bounds between which a ratio of two amounts usually lies, from {@code rules/intake/plausibility.csv}. A ratio outside
 * that ten thousand times more, or less, would bring inside looks like an amount in 万元 where yuan are asked for.
 */
final class Plausibility {

    /** What a ratio looks like. */
    enum Verdict {
        PLAUSIBLE,
        SLIP,
        IMPLAUSIBLE
    }

    private static final String PATH = "rules/intake/plausibility.csv";
    private static final BigDecimal SLIP_FACTOR = new BigDecimal(10_000);

    private final CsvTable table;

    private Plausibility(CsvTable table) {
        this.table = table;
    }

    static Plausibility read(ReleaseFiles files) {
        return new Plausibility(CsvTable.read(files, PATH));
    }

    /** The verdict of the row {@code id} on {@code numerator / denominator}; the denominator is above zero. */
    Verdict judge(String id, BigDecimal numerator, BigDecimal denominator) {
        CsvTable.Row row = table.loadById(id);
        BigDecimal low = row.decimalOrNull("low");
        BigDecimal high = row.decimalOrNull("high");
        BigDecimal ratio = numerator.divide(denominator, MathContext.DECIMAL64);
        if (inside(ratio, low, high)) {
            return Verdict.PLAUSIBLE;
        }
        boolean tooSmall = low != null && ratio.compareTo(low) < 0;
        BigDecimal corrected =
                tooSmall ? ratio.multiply(SLIP_FACTOR) : ratio.divide(SLIP_FACTOR, MathContext.DECIMAL64);
        return inside(corrected, low, high) ? Verdict.SLIP : Verdict.IMPLAUSIBLE;
    }

    private static boolean inside(BigDecimal ratio, @Nullable BigDecimal low, @Nullable BigDecimal high) {
        return (low == null || ratio.compareTo(low) >= 0) && (high == null || ratio.compareTo(high) <= 0);
    }
}
