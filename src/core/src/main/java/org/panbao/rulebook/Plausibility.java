package org.panbao.rulebook;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
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

    private static final List<String> KNOWN = List.of(
            "PLA-BUDGET-REVENUE",
            "PLA-DAILY-ANNUAL",
            "PLA-DAILY-LIMIT",
            "PLA-LIMIT",
            "PLA-LIMIT-REVENUE",
            "PLA-REQUEST-PLAN",
            "PLA-REVENUE",
            "PLA-REVENUE-HEAD",
            "PLA-SPEND-BUDGET",
            "PLA-SPEND-REVENUE");

    private final CsvTable table;

    private Plausibility(CsvTable table) {
        this.table = table;
        Faults faults = new Faults();
        faults.rows(table, Plausibility::checkRow);
        faults.throwIfAny(PATH);
    }

    private static void checkRow(CsvTable.Row row) {
        BigDecimal low = row.decimalOrNull("low");
        BigDecimal high = row.decimalOrNull("high");
        if (low != null && high != null && low.compareTo(high) > 0) {
            throw row.fault("low is above high");
        }
    }

    public static Plausibility read(ReleaseFiles files) {
        return new Plausibility(CsvTable.read(files, PATH));
    }

    /** The bounds of a loaded release. */
    public static Plausibility of(Rulebook rulebook) {
        return rulebook.view(Plausibility.class, Plausibility::ofRelease);
    }

    private static Plausibility ofRelease(Rulebook rulebook) {
        CsvTable table = rulebook.table(PATH);
        Faults faults = new Faults();
        faults.run(() -> new Plausibility(table));
        faults.rows(table, row -> {
            if (!KNOWN.contains(row.id())) {
                throw row.fault("nothing reads '" + row.id() + "'; known are " + KNOWN);
            }
        });
        faults.throwIfAny(PATH);
        return new Plausibility(table);
    }

    /**
     * The verdict of the row {@code id} on {@code numerator / denominator}; the denominator is above zero. A release made
     * before there was such a row finds everything plausible.
     */
    public Verdict judge(String id, BigDecimal numerator, BigDecimal denominator) {
        Interval usual = find(id);
        return usual == null ? Verdict.PLAUSIBLE : judge(usual, numerator.divide(denominator, MathContext.DECIMAL64));
    }

    /** What is usual by the row {@code id}; null when the release has no such row. */
    public @Nullable Interval find(String id) {
        CsvTable.Row row = table.findById(id);
        return row == null ? null : new Interval(row.decimalOrNull("low"), true, row.decimalOrNull("high"), true);
    }

    /** The verdict on a value that usually lies in {@code usual}. */
    public static Verdict judge(Interval usual, BigDecimal value) {
        if (usual.contains(value)) {
            return Verdict.PLAUSIBLE;
        }
        boolean tooSmall = !usual.startsAtOrBefore(value);
        BigDecimal corrected =
                tooSmall ? value.multiply(SLIP_FACTOR) : value.divide(SLIP_FACTOR, MathContext.DECIMAL64);
        return usual.contains(corrected) ? Verdict.SLIP : Verdict.IMPLAUSIBLE;
    }
}
