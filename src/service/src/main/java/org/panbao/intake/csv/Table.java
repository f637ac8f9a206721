package org.panbao.intake.csv;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.panbao.base.Text;

/**
 * One table of the exchange: the plans themselves, or one of the lists in them.
 *
 * @param name of its file, without {@code .csv}
 * @param list path of the list in the plan; empty for the plans themselves
 * @param offered the columns that a template and an export have, after the one with the plan's key
 * @param known every column that is read, by name
 * @param titles names of columns by what people call them, in lower case; without what they call two of them
 */
record Table(
        String name,
        List<String> list,
        Text title,
        List<Column> offered,
        Map<String, Column> known,
        Map<String, String> titles) {

    /** Name of the column with the plan's key, the first of every table. */
    static final String KEY = "plan";

    /** Column of the plans with the stored revision that a further one is based on. */
    static final String REVISION = "revision";

    /** The table of the plans themselves. */
    static final String PLANS = "plans";

    static Table of(String name, List<String> list, Text title, List<Column> offered, Map<String, Column> known) {
        Map<String, String> titles = new HashMap<>();
        Set<String> twice = new HashSet<>();
        addTitles(CsvWords.text("note.key"), KEY, titles, twice);
        offered.forEach(column -> addTitles(column.title(), column.name(), titles, twice));
        titles.keySet().removeAll(twice);
        return new Table(name, list, title, List.copyOf(offered), Map.copyOf(known), Map.copyOf(titles));
    }

    private static void addTitles(Text title, String name, Map<String, String> titles, Set<String> twice) {
        for (String word : List.of(title.zh(), title.en())) {
            String other = titles.putIfAbsent(word.toLowerCase(Locale.ROOT), name);
            if (other != null && !other.equals(name)) {
                twice.add(word.toLowerCase(Locale.ROOT));
            }
        }
    }

    /** The name of the column that a header calls so: by its name, or as people call it in either language. */
    String nameOf(String header) {
        return knows(header) ? header : titles.getOrDefault(header.toLowerCase(Locale.ROOT), header);
    }

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
