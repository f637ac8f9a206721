package org.panbao.jobs;

import org.jspecify.annotations.Nullable;
import org.panbao.base.Severity;
import org.panbao.base.Text;

/**
 * Something noticed in an item, with its place in the input.
 *
 * @param file name of the file; null when it is not about a place
 * @param row row as a spreadsheet counts, the first is 1; null when it is about no single row
 * @param column name of the column; null when it is about no single column
 * @param code stable code in lower case with hyphens
 */
public record ItemFinding(
        @Nullable String file,
        @Nullable Integer row,
        @Nullable String column,
        Severity severity,
        String code,
        Text message) {}
