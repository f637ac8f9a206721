package org.panbao.intake.csv;

import java.util.Map;
import java.util.Set;

/**
 * A file whose header is known.
 *
 * @param name as findings show it
 * @param key position of the column with the plan's key, from 0; -1 when there is none
 * @param width how many columns the header has
 * @param columns by position, without key and notes
 * @param unnamed positions whose header is blank; nothing may stand there
 */
record TableFile(String name, Table table, int key, int width, Map<Integer, Column> columns, Set<Integer> unnamed) {
    TableFile {
        unnamed = Set.copyOf(unnamed);
        columns = Map.copyOf(columns);
    }
}
