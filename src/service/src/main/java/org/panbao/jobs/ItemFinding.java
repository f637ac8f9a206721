package org.panbao.jobs;

import org.jspecify.annotations.Nullable;
import org.panbao.base.Severity;
import org.panbao.base.Text;

/**
 * Something noticed in an item or its file, with its place in the input.
 *
 * @param file name of the file, for a zip the name of its entry; empty when it is about no place
 * @param row as a spreadsheet counts: the header is row 1, a cell with line breaks is in one row; 0 when it is about no
 *     single row
 * @param column name in the header, for example {@code policyholder.creditCode}; empty when it is about no single column
 * @param code stable code in lower case with hyphens, for example {@code uscc-check-digit}
 * @param pointer JSON pointer (RFC 6901) of the place in what the item makes; null when there is none
 */
public record ItemFinding(
        String file,
        int row,
        String column,
        Severity severity,
        String code,
        Text message,
        @Nullable String pointer) {

    /** A finding about no place. */
    public static ItemFinding of(Severity severity, String code, Text message) {
        return new ItemFinding("", 0, "", severity, code, message, null);
    }
}
