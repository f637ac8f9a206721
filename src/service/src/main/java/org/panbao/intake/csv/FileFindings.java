package org.panbao.intake.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.panbao.base.Severity;
import org.panbao.intake.parse.Excerpt;
import org.panbao.jobs.ItemFinding;

/** Collects what is wrong with what was sent as a whole. All of it is an error. */
final class FileFindings {

    private final String sent;
    private final List<ItemFinding> found = new ArrayList<>();

    /** {@code sent} is the name of what was sent, for faults that are no entry's. */
    FileFindings(String sent) {
        this.sent = sent;
    }

    /** A fault of a file; of what was sent as a whole when {@code file} is empty. */
    void fault(String file, FileFault fault) {
        add(file, fault.row(), spreadsheetColumn(fault.column()), fault);
    }

    /** A fault at a named column of a file's header. */
    void header(String file, String column, FileFault fault) {
        add(file, 1, Excerpt.of(column), fault);
    }

    private void add(String file, int row, String column, FileFault fault) {
        String name = file.isEmpty() ? sent : file;
        found.add(new ItemFinding(
                name, row, column, Severity.ERROR, fault.code(), CsvWords.text(fault.code(), fault.values()), null));
    }

    boolean areEmpty() {
        return found.isEmpty();
    }

    List<ItemFinding> all() {
        return List.copyOf(found);
    }

    /** The letters that spreadsheets show above a column: 1 is A, 27 is AA; nothing for 0. */
    static String spreadsheetColumn(int number) {
        StringBuilder letters = new StringBuilder();
        for (int rest = number; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letters.toString();
    }

    /** The values of a message that names another thing. */
    static Map<String, String> naming(String key, String value) {
        return Map.of(key, Excerpt.of(value));
    }
}
