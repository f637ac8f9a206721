package org.panbao.scoring;

import java.util.HashSet;
import java.util.Set;
import org.panbao.rulebook.CsvTable;
import org.panbao.rulebook.Faults;
import org.panbao.rulebook.RulebookException;

/**
 * Which rules of a table read what the insureds of a schedule come to together: sums, their number, the shape of the
 * schedule. Every other rule speaks of one insured. The column {@code of_whole} says so; a release from before it has none
 * and decides upon all insureds as one risk.
 */
public final class WholeRules {

    private static final String COLUMN = "of_whole";

    private final Set<String> ids;

    private WholeRules(Set<String> ids) {
        this.ids = Set.copyOf(ids);
    }

    /** Reads the column; throws {@link RulebookException} naming the faults of all rows. */
    public static WholeRules of(CsvTable table) {
        Set<String> ids = new HashSet<>();
        Faults faults = new Faults();
        faults.rows(table, row -> {
            if (row.has(COLUMN) && row.yes(COLUMN)) {
                ids.add(row.id());
            }
        });
        faults.throwIfAny(table.path());
        return new WholeRules(ids);
    }

    /** Whether the release tells them from the others. */
    static boolean areStated(CsvTable table) {
        return table.columns().contains(COLUMN);
    }

    public boolean contains(String ruleId) {
        return ids.contains(ruleId);
    }
}
