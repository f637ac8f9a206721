package org.panbao.jobs;

import org.panbao.base.Severity;
import org.panbao.base.Text;

/**
 * Something noticed in an item, with its place in the input.
 *
 * @param file name of the file; empty when it is about no place
 * @param row as a spreadsheet counts, the first is 1; 0 when it is about no single row
 * @param column name of the column; empty when it is about no single column
 * @param code stable code in lower case with hyphens
 */
public record ItemFinding(String file, int row, String column, Severity severity, String code, Text message) {

    /** A finding about no place. */
    public static ItemFinding of(Severity severity, String code, Text message) {
        return new ItemFinding("", 0, "", severity, code, message);
    }
}
