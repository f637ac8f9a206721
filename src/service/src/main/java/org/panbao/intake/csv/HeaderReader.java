package org.panbao.intake.csv;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds out which table a file is, by its name and else by its header, and what its columns are. */
final class HeaderReader {

    /** A column that begins so is for people. */
    static final String NOTE = "#";

    private final TableLayout layout;
    private final FileFindings findings;
    private final Set<Table> seen = new HashSet<>();

    HeaderReader(TableLayout layout, FileFindings findings) {
        this.layout = layout;
        this.findings = findings;
    }

    /** The table; null when there is a fault, which then is among the findings. */
    @Nullable
    TableFile read(CsvFile file, String[] cells) {
        List<String> names = Arrays.stream(cells).map(String::strip).toList();
        List<String> known =
                names.stream().filter(name -> !name.startsWith(NOTE)).toList();
        try {
            Table table = table(file, known);
            if (!seen.add(table)) {
                throw new FileFault("csv-table-twice", FileFindings.naming("table", table.name()));
            }
            return areSound(file, table, known) ? tableFile(file, table, names) : null;
        } catch (FileFault fault) {
            findings.fault(file.name(), fault);
            return null;
        }
    }

    /** Whether the table of the plans themselves was among the files so far. */
    boolean hasSeenPlans() {
        return seen.stream().anyMatch(Table::isPlans);
    }

    private static TableFile tableFile(CsvFile file, Table table, List<String> names) {
        Map<Integer, Column> columns = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            Column column = table.known().get(names.get(i));
            if (column != null) {
                columns.put(i, column);
            }
        }
        return new TableFile(file.name(), table, names.indexOf(Table.KEY), names.size(), columns);
    }

    private Table table(CsvFile file, List<String> names) {
        refuseOtherSeparator(names);
        List<Table> fitting =
                layout.tables().stream().filter(table -> table.fits(names)).toList();
        Table named = layout.find(file.stem());
        if (named == null && fitting.size() == 1) {
            return fitting.get(0);
        }
        if (named == null) {
            throw new FileFault("csv-table-unknown", Map.of("tables", tableNames(layout.tables())));
        }
        boolean another = !fitting.isEmpty() && !fitting.contains(named);
        if (another && !names.stream().allMatch(named::knows)) {
            throw new FileFault("csv-wrong-table", Map.of("table", named.name(), "fitting", tableNames(fitting)));
        }
        return named;
    }

    private static void refuseOtherSeparator(List<String> names) {
        if (names.size() == 1 && names.get(0).matches("(?s).*[;\t|\uFF0C].*")) {
            throw new FileFault("csv-separator", 1, 0, Map.of());
        }
    }

    private boolean areSound(CsvFile file, Table table, List<String> names) {
        boolean sound = true;
        Set<String> before = new HashSet<>();
        for (String name : names) {
            String fault = !table.knows(name) ? "csv-column-unknown" : before.add(name) ? "" : "csv-column-twice";
            if (!fault.isEmpty()) {
                findings.header(file.name(), name, new FileFault(fault, FileFindings.naming("column", name)));
                sound = false;
            }
        }
        for (String name : table.required()) {
            if (!names.contains(name)) {
                findings.header(
                        file.name(), name, new FileFault("csv-column-missing", FileFindings.naming("column", name)));
                sound = false;
            }
        }
        return sound;
    }

    private static String tableNames(List<Table> tables) {
        return String.join(", ", tables.stream().map(Table::name).toList());
    }
}
