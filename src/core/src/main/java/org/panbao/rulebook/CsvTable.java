package org.panbao.rulebook;

import com.opencsv.CSVParserBuilder;
import com.opencsv.CSVReader;
import com.opencsv.CSVReaderBuilder;
import com.opencsv.exceptions.CsvException;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file of the release: a header, then rows, each with an {@code id} and a {@code source}. Cells are trimmed text;
 * meaning is given by whoever reads the columns.
 */
public final class CsvTable {

    /** One row; {@code line} counts from 2, below the header. */
    public record Row(String path, int line, Map<String, String> cells) {

        public String id() {
            return text("id");
        }

        /** The cell, which may be empty; throws when the table has no such column. */
        public String text(String column) {
            String cell = cells.get(column);
            if (cell == null) {
                throw new RulebookException(path, line, "no column '" + column + "'");
            }
            return cell;
        }

        /** Whether the table has this column; releases from before it was added have not. */
        public boolean has(String column) {
            return cells.containsKey(column);
        }

        /** The cell, or null when it is empty. */
        public @Nullable String textOrNull(String column) {
            String cell = text(column);
            return cell.isEmpty() ? null : cell;
        }

        /** The cell as a decimal number written in plain text, or null when it is empty. */
        public @Nullable BigDecimal decimalOrNull(String column) {
            String cell = text(column);
            if (cell.isEmpty()) {
                return null;
            }
            if (!cell.matches("-?\\d+(\\.\\d+)?")) {
                throw new RulebookException(path, line, "column '" + column + "' is not a plain number: " + cell);
            }
            return new BigDecimal(cell);
        }

        /** The cell as a decimal number; an empty cell is an error. */
        public BigDecimal decimal(String column) {
            BigDecimal value = decimalOrNull(column);
            if (value == null) {
                throw new RulebookException(path, line, "column '" + column + "' is empty");
            }
            return value;
        }

        /** The cell as a whole number that an {@code int} holds; an empty cell is an error. */
        public int whole(String column) {
            try {
                return decimal(column).intValueExact();
            } catch (ArithmeticException e) {
                throw new RulebookException(path, line, "column '" + column + "' is no whole number: " + text(column));
            }
        }

        /** A fault of this row, to be thrown. */
        public RulebookException fault(String reason) {
            return new RulebookException(path, line, reason);
        }

        /** The cell as {@code yes} or {@code no}; anything else is an error. */
        public boolean yes(String column) {
            String cell = text(column);
            if (!cell.equals("yes") && !cell.equals("no")) {
                throw new RulebookException(path, line, "column '" + column + "' is neither yes nor no: " + cell);
            }
            return cell.equals("yes");
        }

        /** The cell as the name of a constant of {@code type}. */
        public <E extends Enum<E>> E constant(String column, Class<E> type) {
            String cell = text(column);
            for (E constant : type.getEnumConstants()) {
                if (constant.name().equals(cell)) {
                    return constant;
                }
            }
            throw new RulebookException(
                    path, line, "column '" + column + "' is no " + type.getSimpleName() + ": " + cell);
        }
    }

    private final String path;
    private final List<String> columns;
    private final List<Row> rows;
    private final Map<String, Row> byId;

    private CsvTable(String path, List<String> columns, List<Row> rows, Map<String, Row> byId) {
        this.path = path;
        this.columns = List.copyOf(columns);
        this.rows = List.copyOf(rows);
        this.byId = byId;
    }

    /** Reads a table whose rows each have an {@code id} and a {@code source}; an id may stand once only. */
    public static CsvTable read(ReleaseFiles files, String path) {
        List<String[]> lines = parse(path, files.text(path));
        if (lines.isEmpty()) {
            throw new RulebookException(path, "is empty");
        }
        List<String> columns = List.of(lines.get(0));
        requireColumn(path, columns, "id");
        requireColumn(path, columns, "source");
        List<Row> rows = new ArrayList<>();
        Map<String, Row> byId = new HashMap<>();
        Faults faults = new Faults();
        for (int i = 1; i < lines.size(); i++) {
            int line = i + 1;
            String[] cells = lines.get(i);
            Row row = faults.collect(() -> identified(row(path, line, columns, cells)));
            if (row != null && byId.put(row.id(), row) != null) {
                faults.add(path, line, "id '" + row.id() + "' stands twice");
            } else if (row != null) {
                rows.add(row);
            }
        }
        faults.throwIfAny(path);
        return new CsvTable(path, columns, rows, Map.copyOf(byId));
    }

    private static Row identified(Row row) {
        if (row.id().isEmpty() || row.text("source").isEmpty()) {
            throw new RulebookException(row.path(), row.line(), "a row needs an id and a source");
        }
        return row;
    }

    private static List<String[]> parse(String path, String text) {
        try (CSVReader reader = new CSVReaderBuilder(new StringReader(text))
                .withCSVParser(new CSVParserBuilder().withEscapeChar('\0').build())
                .build()) {
            return reader.readAll();
        } catch (IOException | CsvException e) {
            throw new RulebookException(path, "is not readable as CSV: " + e.getMessage(), e);
        }
    }

    private static Row row(String path, int line, List<String> columns, String[] cells) {
        if (cells.length != columns.size()) {
            throw new RulebookException(path, line, cells.length + " cells, the header has " + columns.size());
        }
        Map<String, String> byColumn = new LinkedHashMap<>();
        for (int i = 0; i < cells.length; i++) {
            byColumn.put(columns.get(i), cells[i].trim());
        }
        return new Row(path, line, Collections.unmodifiableMap(byColumn));
    }

    private static void requireColumn(String path, List<String> columns, String column) {
        if (!columns.contains(column)) {
            throw new RulebookException(path, 1, "column '" + column + "' is missing");
        }
    }

    public String path() {
        return path;
    }

    public List<String> columns() {
        return columns;
    }

    public List<Row> rows() {
        return rows;
    }

    /** The row with this id, or null. */
    public @Nullable Row findById(String id) {
        return byId.get(id);
    }

    /** The row with this id; throws {@link RulebookException} naming the table when there is none. */
    public Row loadById(String id) {
        Row row = byId.get(id);
        if (row == null) {
            throw new RulebookException(path, "has no row '" + id + "'");
        }
        return row;
    }
}
