package org.panbao.intake.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.panbao.base.Severity;
import org.panbao.base.Text;
import org.panbao.intake.parse.Excerpt;
import org.panbao.intake.parse.Findings;
import org.panbao.jobs.ItemFinding;

/**
 * Collects what is wrong with what was sent as a whole, as errors, at most as many as of one plan; and what is only to
 * be told of it, as warnings.
 */
final class FileFindings {

    private final String sent;
    private final List<ItemFinding> errors = new ArrayList<>();
    private final List<ItemFinding> warnings = new ArrayList<>();

    /** {@code sent} is the name of what was sent, for faults that are no entry's. */
    FileFindings(String sent) {
        this.sent = sent;
    }

    /** A fault of a file; of what was sent as a whole when {@code file} is empty. */
    void fault(String file, FileFault fault) {
        add(file, fault.row(), spreadsheetColumn(fault.column()), fault);
    }

    /** A fault at the column with the plan's key. */
    void key(String file, FileFault fault) {
        add(file, fault.row(), Table.KEY, fault);
    }

    /** Something that keeps nothing from being read. */
    void warning(String file, FileFault told) {
        warnings.add(finding(Severity.WARNING, file, told.row(), "", told));
    }

    /** A fault at a named column of a file's header. */
    void header(String file, String column, FileFault fault) {
        add(file, 1, Excerpt.of(column), fault);
    }

    private void add(String file, int row, String column, FileFault fault) {
        if (errors.size() < Findings.MAX_FINDINGS) {
            errors.add(finding(Severity.ERROR, file, row, column, fault));
        } else if (haveRoom()) {
            errors.add(new ItemFinding(sent, 0, "", Severity.ERROR, CsvWords.TOO_MANY, CsvWords.tooMany(), null));
        }
    }

    private ItemFinding finding(Severity severity, String file, int row, String column, FileFault fault) {
        String name = file.isEmpty() ? sent : file;
        Text message = CsvWords.text(fault.code(), fault.values());
        return new ItemFinding(name, row, column, severity, fault.code(), message, null);
    }

    /** Whether there is no error. */
    boolean areEmpty() {
        return errors.isEmpty();
    }

    /** Whether one more error would be told, if only as one of too many. */
    boolean haveRoom() {
        return errors.size() <= Findings.MAX_FINDINGS;
    }

    /** Errors first. */
    List<ItemFinding> all() {
        List<ItemFinding> all = new ArrayList<>(errors);
        all.addAll(warnings);
        return List.copyOf(all);
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
