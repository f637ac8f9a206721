package org.panbao.intake.csv;

import java.util.Map;

/** A fault with which reading of a file stops. Never leaves the package: it becomes a finding. */
final class FileFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final int row;
    private final int column;
    private final transient Map<String, String> values;

    /**
     * A fault at a cell.
     *
     * @param row from 1, or 0 for the whole file
     * @param column from 1, or 0 for the whole row
     * @param values of the message
     */
    FileFault(String code, int row, int column, Map<String, String> values) {
        super(code + " " + row + ":" + column);
        this.code = code;
        this.row = row;
        this.column = column;
        this.values = Map.copyOf(values);
    }

    /** A fault of the whole file. */
    FileFault(String code, Map<String, String> values) {
        this(code, 0, 0, values);
    }

    /** A fault of the whole file that its code says all of. */
    FileFault(String code) {
        this(code, 0, 0, Map.of());
    }

    String code() {
        return code;
    }

    int row() {
        return row;
    }

    int column() {
        return column;
    }

    Map<String, String> values() {
        return values;
    }
}
