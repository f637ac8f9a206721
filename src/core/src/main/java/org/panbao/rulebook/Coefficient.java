package org.panbao.rulebook;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Text;

/**
 * A filed coefficient: which covers it changes, what selects its row, and how a value is found inside the row.
 *
 * @param covers the covers it multiplies, in the order of the product
 * @param codeKeys parameters of unit CODE that select rows by equality
 * @param rangeKey the parameter that selects by range; null when codes alone do, or when the score does
 * @param filedUnitCny yuan that one unit of the key counts in the paper filing: 1, or 10,000 where it is in ten-thousands;
 *     the table itself is in yuan
 * @param path file of the table, inside the release
 * @param digest SHA-256 of that file, in hexadecimal
 * @param group linked group whose smallest member alone counts; null when it stands alone
 */
public record Coefficient(
        String id,
        Text name,
        List<String> covers,
        List<String> codeKeys,
        @Nullable String rangeKey,
        Placement placement,
        Direction direction,
        Interpolation interpolation,
        OffTable offTable,
        @Nullable String group,
        RoundingRule rounding,
        BigDecimal filedUnitCny,
        String path,
        String digest,
        LookupTable<Row> table,
        List<Row> rows,
        String source) {

    /** How a value is found inside a row of several values. */
    public enum Placement {
        /** By the row's own parameter, in a straight line between the row's ends. */
        PARAMETER,
        /** By the effectiveness of controls in percent, in a straight line between the row's ends. */
        SCORE,
        /** By a person, with a reason. */
        CHOICE_REQUIRED
    }

    /** How values move as the range key rises. */
    public enum Direction {
        RISING,
        FALLING,
        /** Codes or single values: no direction. */
        NONE
    }

    /** How values between two points of a table are found. */
    public enum Interpolation {
        NONE,
        /** In a straight line over the key. */
        LINEAR,
        /** In a straight line over the natural logarithm of the key. */
        LOG
    }

    /** What a key outside every row gets. */
    public enum OffTable {
        REFUSE,
        /** The value of the nearest row; it favours the insured. */
        CLAMP_FAVOURS_INSURED,
        /** The value of the nearest row; it favours the insurer. */
        CLAMP_FAVOURS_INSURER
    }

    /**
     * One filed row.
     *
     * @param codes values of the code keys, in their order
     * @param key range of the key; null when codes alone select the row
     * @param value the filed value or range of values
     * @param placement how a value is found in this row
     */
    public record Row(
            String id,
            int line,
            List<String> codes,
            @Nullable Interval key,
            Interval value,
            Placement placement,
            String source) {

        public Row {
            codes = List.copyOf(codes);
        }

        /** The filed value at the lower end of the key, given how values move. */
        public BigDecimal valueAtFrom(Direction direction) {
            return end(direction == Direction.FALLING ? value.high() : value.low());
        }

        /** The filed value at the upper end of the key, given how values move. */
        public BigDecimal valueAtTo(Direction direction) {
            return end(direction == Direction.FALLING ? value.low() : value.high());
        }

        private static BigDecimal end(@Nullable BigDecimal value) {
            if (value == null) {
                throw new IllegalStateException("a filed value has both ends");
            }
            return value;
        }
    }

    public Coefficient {
        covers = List.copyOf(covers);
        codeKeys = List.copyOf(codeKeys);
        rows = List.copyOf(rows);
    }

    /** Whether the score, not a parameter, selects the row. */
    public boolean isScored() {
        return placement == Placement.SCORE;
    }
}
