package org.panbao.intake.csv;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.util.Map;

/**
 * Holds CSV to RFC 4180 while it is read, and to bounds of its own, so that whatever comes after it can be simple:
 * throws {@link FileFault} at the first character that breaks the grammar. What it lets through has one line for each
 * record, ended by LF; line ends inside quoted cells are replaced by the two stand-ins, which no text may contain.
 */
final class StrictCsvReader extends FilterReader {

    /** Stands for CR in a quoted cell. */
    static final char CR_IN_CELL = '\0';

    /** Stands for LF in a quoted cell. */
    static final char LF_IN_CELL = '\uFFFF';

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private enum State {
        CELL_START,
        PLAIN,
        QUOTED,
        QUOTE_IN_QUOTED,
        CR
    }

    private enum LineEnd {
        UNKNOWN,
        LF,
        CRLF
    }

    private final PlanFileLimits limits;
    private State state = State.CELL_START;
    private LineEnd lineEnd = LineEnd.UNKNOWN;
    private boolean begun;
    private int row = 1;
    private int column = 1;
    private int cellLength;

    StrictCsvReader(Reader reader, PlanFileLimits limits) {
        super(reader);
        this.limits = limits;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int kept = 0;
        while (kept == 0) {
            int count = in.read(buffer, offset, length);
            if (count < 0) {
                end();
                return -1;
            }
            for (int i = 0; i < count; i++) {
                char c = buffer[offset + i];
                if (accept(c)) {
                    buffer[offset + kept++] = shown(c);
                }
            }
        }
        return kept;
    }

    /** Whether the character is to be kept. */
    private boolean accept(char c) {
        boolean mark = !begun && c == BYTE_ORDER_MARK;
        begun = true;
        if (mark) {
            return false;
        }
        if (c == CR_IN_CELL || c == LF_IN_CELL) {
            throw fault("csv-character", Map.of("character", c == CR_IN_CELL ? "U+0000" : "U+FFFF"));
        }
        return switch (state) {
            case CELL_START, PLAIN -> outside(c);
            case QUOTED -> inside(c);
            case QUOTE_IN_QUOTED -> afterQuote(c);
            case CR -> afterCr(c);
        };
    }

    private boolean outside(char c) {
        if (c == '"') {
            if (state == State.PLAIN) {
                throw fault("csv-quote-in-cell", Map.of());
            }
            state = State.QUOTED;
            return true;
        }
        if (isSeparator(c)) {
            return separate(c);
        }
        state = State.PLAIN;
        grow();
        return true;
    }

    private boolean inside(char c) {
        if (c == '"') {
            state = State.QUOTE_IN_QUOTED;
        } else {
            grow();
        }
        return true;
    }

    private boolean afterQuote(char c) {
        if (c == '"') {
            state = State.QUOTED;
            grow();
            return true;
        }
        if (!isSeparator(c)) {
            throw fault("csv-text-after-quote", Map.of());
        }
        return separate(c);
    }

    private static boolean isSeparator(char c) {
        return c == ',' || c == '\r' || c == '\n';
    }

    /** Ends a cell; of CRLF only the LF is kept. */
    private boolean separate(char c) {
        if (c == ',') {
            nextColumn();
        } else if (c == '\n') {
            lineEnd(LineEnd.LF);
        } else {
            state = State.CR;
        }
        return c != '\r';
    }

    private boolean afterCr(char c) {
        if (c != '\n') {
            throw fault("csv-lone-cr", Map.of());
        }
        lineEnd(LineEnd.CRLF);
        return true;
    }

    private void lineEnd(LineEnd found) {
        if (lineEnd != LineEnd.UNKNOWN && lineEnd != found) {
            throw fault("csv-line-ends-mixed", Map.of());
        }
        lineEnd = found;
        state = State.CELL_START;
        cellLength = 0;
        column = 1;
        row++;
    }

    private void nextColumn() {
        state = State.CELL_START;
        cellLength = 0;
        column++;
        if (column > limits.maxColumns()) {
            throw fault("csv-too-many-columns", Map.of("limit", Integer.toString(limits.maxColumns())));
        }
    }

    private void grow() {
        cellLength++;
        if (cellLength > limits.maxCell()) {
            throw fault("csv-cell-too-long", Map.of("limit", Integer.toString(limits.maxCell())));
        }
    }

    private void end() {
        if (state == State.QUOTED) {
            throw fault("csv-quote-open", Map.of());
        }
        if (state == State.CR) {
            throw fault("csv-lone-cr", Map.of());
        }
    }

    private char shown(char c) {
        if (state != State.QUOTED) {
            return c;
        }
        return c == '\r' ? CR_IN_CELL : c == '\n' ? LF_IN_CELL : c;
    }

    private FileFault fault(String code, Map<String, String> values) {
        return new FileFault(code, row, column, values);
    }
}
