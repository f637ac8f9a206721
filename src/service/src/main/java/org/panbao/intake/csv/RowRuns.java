package org.panbao.intake.csv;

import java.util.BitSet;
import java.util.Map;
import java.util.StringJoiner;

/** Some rows of one file, in whatever order they come, to be told in one finding: {@code 2-4, 7}. */
final class RowRuns {

    /** More runs than this are told by the last row alone. */
    private static final int LISTED = 20;

    private final BitSet rows = new BitSet();

    /** Adds a row as a spreadsheet counts. */
    void add(int row) {
        rows.set(row);
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** The first row; -1 when there is none. */
    int first() {
        return rows.nextSetBit(0);
    }

    /** What a message says of them: {@code rows} and their {@code count}. */
    Map<String, String> values() {
        return Map.of("rows", text(), "count", Integer.toString(rows.cardinality()));
    }

    private String text() {
        StringJoiner runs = new StringJoiner(", ");
        int begin = rows.nextSetBit(0);
        for (int listed = 0; begin >= 0 && listed < LISTED; listed++) {
            int end = rows.nextClearBit(begin) - 1;
            runs.add(begin == end ? Integer.toString(begin) : begin + "-" + end);
            begin = rows.nextSetBit(end + 1);
        }
        return begin < 0
                ? runs.toString()
                : runs.add("…").add(Integer.toString(rows.length() - 1)).toString();
    }
}
