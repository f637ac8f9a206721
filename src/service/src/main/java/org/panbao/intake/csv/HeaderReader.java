package org.panbao.intake.csv;

import java.util.ArrayList;
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
        List<String> header = Arrays.stream(cells).map(String::strip).toList();
        try {
            Table table = table(file, header);
            if (!seen.add(table)) {
                throw new FileFault("csv-table-twice", FileFindings.naming("table", table.name()));
            }
            return areSound(file, table, columnNames(table, header))
                    ? tableFile(file, table, names(table, header))
                    : null;
        } catch (FileFault fault) {
            findings.fault(file.name(), fault);
            return null;
        }
    }

    /** The header in the names of a table's columns; the first line of notes of a template can be the header as well. */
    private static List<String> names(Table table, List<String> header) {
        List<String> names = new ArrayList<>(header.stream().map(table::nameOf).toList());
        String first = names.get(0);
        if (first.startsWith(NOTE)
                && table.nameOf(first.substring(NOTE.length())).equals(Table.KEY)) {
            names.set(0, Table.KEY);
        }
        return names;
    }

    /** The same without notes and blanks. */
    private static List<String> columnNames(Table table, List<String> header) {
        return names(table, header).stream()
                .filter(name -> !name.isEmpty() && !name.startsWith(NOTE))
                .toList();
    }

    /** Whether the table of the plans themselves was among the files so far. */
    boolean hasSeenPlans() {
        return seen.stream().anyMatch(Table::isPlans);
    }

    private static TableFile tableFile(CsvFile file, Table table, List<String> names) {
        Map<Integer, Column> columns = new HashMap<>();
        Set<Integer> unnamed = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            Column column = table.known().get(names.get(i));
            if (column != null) {
                columns.put(i, column);
            } else if (names.get(i).isEmpty()) {
                unnamed.add(i);
            }
        }
        return new TableFile(file.name(), table, names.indexOf(Table.KEY), names.size(), columns, unnamed);
    }

    private Table table(CsvFile file, List<String> header) {
        refuseOtherSeparator(header);
        List<Table> fitting = layout.tables().stream()
                .filter(table -> table.fits(columnNames(table, header)))
                .toList();
        Table named = layout.find(file.stem());
        if (named == null && fitting.size() == 1) {
            return fitting.get(0);
        }
        List<Table> possible = named == null ? layout.tables() : List.of(named);
        if (fitting.isEmpty() && possible.stream().noneMatch(table -> knowsAny(table, header))) {
            throw new FileFault("csv-header-missing", 1, 0, Map.of());
        }
        if (named == null) {
            throw new FileFault("csv-table-unknown", Map.of("tables", tableNames(layout.tables())));
        }
        boolean another = !fitting.isEmpty() && !fitting.contains(named);
        if (another && !columnNames(named, header).stream().allMatch(named::knows)) {
            throw new FileFault("csv-wrong-table", Map.of("table", named.name(), "fitting", tableNames(fitting)));
        }
        return named;
    }

    private static boolean knowsAny(Table table, List<String> header) {
        return columnNames(table, header).stream().anyMatch(table::knows);
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
