package org.panbao.intake.csv;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.panbao.base.TextCharacters;

/** Reads files row by row into the spool; throws {@link FileFault} where a file or all of them break a bound. */
final class TableReader {

    private static final int LONGEST_KEY = 64;
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /** Column that alone says nothing: the question of an answer. */
    static final String QUESTION = "questionId";

    /** The plan's key as a cell. */
    private static final Column KEY = new Column(
            Table.KEY, List.of(), List.of(), Column.Kind.CODE, false, CsvWords.NONE, CsvWords.NONE, Map.of());

    private final HeaderReader headers;
    private final RowSpool spool;
    private final FileFindings findings;
    private final PlanFileLimits limits;
    private int rows;

    /** Reads the files of one import, whose rows it counts. */
    TableReader(HeaderReader headers, RowSpool spool, FileFindings findings, PlanFileLimits limits) {
        this.headers = headers;
        this.spool = spool;
        this.findings = findings;
        this.limits = limits;
    }

    void read(CsvFile file, @Nullable Charset declared) throws IOException {
        Charset charset = TextCharset.of(file, declared);
        try (CsvRecords records = new CsvRecords(TextCharset.reader(file, charset), limits)) {
            String[] header = records.next();
            if (header == null) {
                throw new FileFault("csv-empty");
            }
            TableFile table = headers.read(file, header);
            RowRuns filledNotes = new RowRuns();
            for (String[] cells = records.next(); cells != null; cells = records.next()) {
                count();
                if (table == null) {
                    continue;
                }
                if (!isNote(table, cells[0])) {
                    add(table, records.row(), cells);
                } else if (hasData(table, cells)) {
                    filledNotes.add(records.row());
                }
            }
            if (!filledNotes.isEmpty()) {
                Map<String, String> told = filledNotes.values();
                findings.warning(file.name(), new FileFault("csv-note-filled", filledNotes.first(), 0, told));
            }
        }
    }

    /** Blank rows and notes cost time too. */
    private void count() {
        rows++;
        if (rows > limits.maxRows()) {
            throw new FileFault("csv-too-many-rows", Map.of("limit", Integer.toString(limits.maxRows())));
        }
    }

    /** Only where the first column is no data, or a text that begins so would be lost. */
    private static boolean isNote(TableFile table, String firstCell) {
        return !table.columns().containsKey(0)
                && firstCell.startsWith(HeaderReader.NOTE)
                && CellText.damage(KEY, firstCell).isEmpty();
    }

    /** Whether a cell is what no note for people has: a number, a date, yes or no, or a choice where such stand. */
    private static boolean hasData(TableFile table, String[] cells) {
        return filled(table, cells).entrySet().stream().anyMatch(cell -> {
            Column column = table.columns().get(cell.getKey());
            return column != null && CellValues.isData(column, cell.getValue());
        });
    }

    private void add(TableFile table, int row, String[] cells) throws IOException {
        refuseUnnamed(table, row, cells);
        String keyCell = table.key() >= 0 && table.key() < cells.length ? cells[table.key()] : "";
        Map<Integer, String> filled = filled(table, cells);
        String fault = hasCellsBeyondHeader(table, cells) ? "csv-cells-beyond-header" : keyFault(keyCell);
        if (isNothingSaid(table, keyCell, filled) && fault.isEmpty()) {
            return;
        }
        spool.add(key(keyCell), new SpooledRow(table, row, fault, filled));
        if (spool.keys().size() > limits.maxPlans()) {
            throw new FileFault("csv-too-many-plans", Map.of("limit", Integer.toString(limits.maxPlans())));
        }
    }

    private static void refuseUnnamed(TableFile table, int row, String[] cells) {
        for (int position : table.unnamed()) {
            if (position < cells.length && !cells[position].isBlank()) {
                throw new FileFault("csv-column-unnamed", row, position + 1, Map.of());
            }
        }
    }

    private static Map<Integer, String> filled(TableFile table, String[] cells) {
        Map<Integer, String> filled = new HashMap<>();
        for (int i = 0; i < cells.length; i++) {
            Column column = table.columns().get(i);
            if (column != null && !CellText.isBlank(column, cells[i])) {
                filled.put(i, cells[i]);
            }
        }
        return filled;
    }

    private static boolean hasCellsBeyondHeader(TableFile table, String[] cells) {
        for (int i = table.width(); i < cells.length; i++) {
            if (!cells[i].isBlank()) {
                return true;
            }
        }
        return false;
    }

    /** A blank row, a row of a list with nothing but the plan's key, a question without an answer. */
    private static boolean isNothingSaid(TableFile table, String key, Map<Integer, String> filled) {
        if (table.table().isPlans()) {
            return filled.isEmpty() && key.isBlank();
        }
        Set<Integer> positions = filled.keySet();
        return positions.stream().allMatch(position -> {
            Column column = table.columns().get(position);
            return column != null && column.name().equals(QUESTION);
        });
    }

    private static String keyFault(String cell) {
        String damage = CellText.isMarked(KEY, cell) ? "" : CellText.damage(KEY, cell);
        if (!damage.isEmpty()) {
            return "csv-key-damaged";
        }
        String key = keyText(cell);
        return key.length() > LONGEST_KEY || !TextCharacters.areFit(key) ? "csv-key-unfit" : "";
    }

    /** The id of a stored plan is one plan in whatever case it is written. */
    private static String key(String cell) {
        String key = keyText(cell);
        if (ID.matcher(key).matches()) {
            return key.toLowerCase(Locale.ROOT);
        }
        return key.length() > LONGEST_KEY ? key.substring(0, LONGEST_KEY) : key;
    }

    private static String keyText(String cell) {
        return CellText.isMarked(KEY, cell) ? CellText.unmarked(cell) : CellText.normal(KEY, cell);
    }
}
