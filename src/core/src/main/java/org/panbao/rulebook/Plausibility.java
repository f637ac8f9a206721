package org.panbao.rulebook;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/**
 * Bounds between which a ratio of two amounts usually lies, from {@code rules/intake/plausibility.csv}. A ratio outside
 * that ten thousand times more, or less, would bring inside looks like an amount in 万元 where yuan are asked for.
 */
public final class Plausibility {

    /** What a ratio looks like. */
    public enum Verdict {
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

    /** The bounds of a release. */
    public static Plausibility read(ReleaseFiles files) {
        return new Plausibility(CsvTable.read(files, PATH));
    }

    /** The bounds of a loaded release. */
    public static Plausibility of(Rulebook rulebook) {
        return rulebook.view(Plausibility.class, loaded -> new Plausibility(loaded.table(PATH)));
    }

    /**
     * A ratio with the bounds it was held against.
     *
     * @param row id of the bounds
     * @param low null when there is no lower bound
     * @param high null when there is no upper bound
     */
    public record Judgement(
            String row,
            BigDecimal ratio,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high,
            Verdict verdict) {}

    /** What the row {@code id} says of {@code numerator / denominator}; the denominator is above zero. */
    public Judgement judge(String id, BigDecimal numerator, BigDecimal denominator) {
        CsvTable.Row row = table.loadById(id);
        BigDecimal low = row.decimalOrNull("low");
        BigDecimal high = row.decimalOrNull("high");
        BigDecimal ratio = numerator.divide(denominator, MathContext.DECIMAL64);
        return new Judgement(id, ratio, low, high, verdict(ratio, low, high));
    }

    private static Verdict verdict(BigDecimal ratio, @Nullable BigDecimal low, @Nullable BigDecimal high) {
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
