package org.panbao.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.panbao.rulebook.CsvTable;
import org.panbao.rulebook.Faults;
import org.panbao.rulebook.RulebookException;

/** Credit for a number: the bands of one name in {@code value-bands.csv}, in rising order, the last without end. */
final class ValueBands {

    private record Band(@Nullable BigDecimal end, boolean endIncluded, BigDecimal credit) {
        boolean holds(BigDecimal value) {
            if (end == null) {
                return true;
            }
            int order = value.compareTo(end);
            return endIncluded ? order <= 0 : order < 0;
        }
    }

    private final List<Band> bands = new ArrayList<>();

    private int lastLine;

    private ValueBands() {}

    /** All bands of the table by name. */
    static Map<String, ValueBands> load(CsvTable table) {
        Map<String, ValueBands> byName = new TreeMap<>();
        Faults faults = new Faults();
        faults.rows(table, row -> {
            Band band = new Band(row.decimalOrNull("up_to"), row.yes("end_included"), row.decimal("credit"));
            byName.computeIfAbsent(row.text("bands"), name -> new ValueBands()).add(row, band);
        });
        byName.forEach((name, bands) -> {
            if (bands.last().end() != null) {
                faults.add(table.path(), bands.lastLine, "the last band of " + name + " has an end");
            }
        });
        faults.throwIfAny(table.path());
        return byName;
    }

    private void add(CsvTable.Row row, Band band) {
        if (!bands.isEmpty()) {
            BigDecimal before = last().end();
            if (before == null || (band.end() != null && band.end().compareTo(before) <= 0)) {
                throw new RulebookException(row.path(), row.line(), "bands must rise, the last without end");
            }
        }
        bands.add(band);
        lastLine = row.line();
    }

    private Band last() {
        return bands.get(bands.size() - 1);
    }

    BigDecimal credit(BigDecimal value) {
        for (Band band : bands) {
            if (band.holds(value)) {
                return band.credit();
            }
        }
        throw new IllegalStateException("the last band has no end");
    }

    BigDecimal credit(int value) {
        return credit(BigDecimal.valueOf(value));
    }
}
