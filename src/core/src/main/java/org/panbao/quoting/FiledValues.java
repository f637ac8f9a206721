package org.panbao.quoting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.panbao.rulebook.Coefficient;
import org.panbao.rulebook.Interval;
import org.panbao.rulebook.Parameter;
import org.panbao.rulebook.Parameter.BetweenRows;
import org.panbao.rulebook.Product;

/** Which values of a parameter the filed tables can take. */
final class FiledValues {

    private final Parameter parameter;
    private final List<Coefficient> readers;

    FiledValues(Product product, Parameter parameter) {
        this.parameter = parameter;
        this.readers = product.coefficients().stream()
                .filter(coefficient -> parameter.id().equals(coefficient.rangeKey()))
                .toList();
    }

    /**
     * The value itself when every table takes it, else the neighbour that the product allows in its place; null when
     * there is none.
     */
    @Nullable
    BigDecimal nearest(BigDecimal value) {
        if (isTaken(value)) {
            return value;
        }
        BetweenRows direction = parameter.betweenRows();
        if (direction == null) {
            return null;
        }
        return direction == BetweenRows.NEXT_ABOVE
                ? ends(true).stream()
                        .filter(end -> end.compareTo(value) > 0)
                        .min(BigDecimal::compareTo)
                        .orElse(null)
                : ends(false).stream()
                        .filter(end -> end.compareTo(value) < 0)
                        .max(BigDecimal::compareTo)
                        .orElse(null);
    }

    private boolean isTaken(BigDecimal value) {
        return readers.stream()
                .allMatch(coefficient -> coefficient.interpolation() != Coefficient.Interpolation.NONE
                        || coefficient.offTable() != Coefficient.OffTable.REFUSE
                        || hasRow(coefficient, value));
    }

    private static boolean hasRow(Coefficient coefficient, BigDecimal value) {
        return coefficient.rows().stream()
                .anyMatch(row -> row.key() != null && row.key().contains(value));
    }

    /** Ends of filed rows that belong to their row and that the parameter can be. */
    private List<BigDecimal> ends(boolean lower) {
        List<BigDecimal> ends = new ArrayList<>();
        for (Coefficient coefficient : readers) {
            for (Coefficient.Row row : coefficient.rows()) {
                Interval key = row.key();
                if (key == null) {
                    continue;
                }
                BigDecimal end = lower ? key.low() : key.high();
                if (end != null && key.contains(end) && parameter.allowed().contains(end) && isTaken(end)) {
                    ends.add(end);
                }
            }
        }
        return ends;
    }
}
