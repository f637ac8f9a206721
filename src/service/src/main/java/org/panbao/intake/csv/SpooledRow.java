package org.panbao.intake.csv;

import java.util.Map;

/**
 * A row as it waits to be assembled.
 *
 * @param row as a spreadsheet counts
 * @param fault what is wrong with the row as a whole, as a code; empty if nothing
 * @param cells those that are not blank, by position
 */
record SpooledRow(TableFile file, int row, String fault, Map<Integer, String> cells) {
    SpooledRow {
        cells = Map.copyOf(cells);
    }
}
