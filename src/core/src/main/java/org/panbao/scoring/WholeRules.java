package org.panbao.scoring;

import java.util.Set;
import java.util.stream.Collectors;
import org.panbao.rulebook.CsvTable;

/**
 * Which rules of a table read what the insureds of a schedule come to together: sums, their number, the shape of the
 * schedule. Every other rule speaks of one insured. The column {@code of_whole} says so; a release from before it has none
 * and decides upon all insureds as one risk.
 */
public final class WholeRules {

    private static final String COLUMN = "of_whole";

    private final Set<String> ids;

    private WholeRules(Set<String> ids) {
        this.ids = ids;
    }

    public static WholeRules of(CsvTable table) {
        return new WholeRules(table.rows().stream()
                .filter(row -> row.has(COLUMN) && row.yes(COLUMN))
                .map(CsvTable.Row::id)
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** Whether the release tells them from the others. */
    static boolean areStated(CsvTable table) {
        return table.columns().contains(COLUMN);
    }

    public boolean contains(String ruleId) {
        return ids.contains(ruleId);
    }
}
