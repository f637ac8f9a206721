package org.panbao.intake.csv;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.panbao.base.Text;

/**
 * One table of the exchange: the plans themselves, or one of the lists in them.
 *
 * @param name of its file, without {@code .csv}
 * @param list path of the list in the plan; empty for the plans themselves
 * @param offered the columns that a template and an export have, after the one with the plan's key
 * @param known every column that is read, by name
 */
record Table(String name, List<String> list, Text title, List<Column> offered, Map<String, Column> known) {

    /** Name of the column with the plan's key, the first of every table. */
    static final String KEY = "plan";

    /** Column of the plans with the stored revision that a further one is based on. */
    static final String REVISION = "revision";

    /** The table of the plans themselves. */
    static final String PLANS = "plans";

    /** Whether this is the table of the plans themselves: one row, one plan. */
    boolean isPlans() {
        return list.isEmpty();
    }

    /** Names of the columns without which no row can be whole. */
    List<String> required() {
        return offered.stream().filter(Column::required).map(Column::name).toList();
    }

    /** Whether a file with this header can be this table. */
    boolean fits(Collection<String> header) {
        return header.containsAll(required()) && header.stream().allMatch(this::knows);
    }

    boolean knows(String column) {
        return column.equals(KEY) || known.containsKey(column);
    }
}
