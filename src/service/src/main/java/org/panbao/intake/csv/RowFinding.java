package org.panbao.intake.csv;

import org.jspecify.annotations.Nullable;
import org.panbao.base.Severity;
import org.panbao.base.Text;

/**
 * Something noticed in a CSV file, with its place there.
 *
 * @param file name of the file, for a zip the name of its entry; the zip itself when the fault is the zip's
 * @param row as a spreadsheet counts: the header is row 1, a cell with line breaks is in one row; 0 is the whole file
 * @param column name in the header, for example {@code policyholder.creditCode}; empty for a whole row or file
 * @param code stable code: {@code csv-…} and {@code zip-…}, or that of a finding on a plan, for example
 *     {@code uscc-check-digit}
 * @param pointer JSON pointer (RFC 6901) of the place in the plan; null when the fault is the file's, not a plan's
 */
public record RowFinding(
        String file,
        int row,
        String column,
        Severity severity,
        String code,
        Text message,
        @Nullable String pointer) {}
