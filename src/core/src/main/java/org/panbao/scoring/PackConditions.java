package org.panbao.scoring;

import java.util.Arrays;
import org.panbao.profile.EnterpriseFact;
import org.panbao.profile.Plan.Direction;
import org.panbao.rulebook.CsvTable;
import org.panbao.rulebook.Question.AskedIf;
import org.panbao.rulebook.RulebookException;

/** Which packs apply to the enterprise as a whole: those of any insured. */
final class PackConditions {

    private PackConditions() {}

    /** The pack, or {@code ALWAYS}, that a row names; another condition says nothing of the enterprise as a whole. */
    static AskedIf of(CsvTable.Row row, String name) {
        return Arrays.stream(AskedIf.values())
                .filter(condition -> condition.name().equals(name))
                .filter(condition -> condition.isPack() || condition == AskedIf.ALWAYS)
                .findFirst()
                .orElseThrow(() -> new RulebookException(row.path(), row.line(), "no pack is named " + name));
    }

    static boolean hold(AskedIf condition, EnterpriseFact enterprise) {
        return switch (condition) {
            case ALWAYS -> true;
            // facts of their own, which records kept before there were packs have too
            case OPERATIONAL_TECHNOLOGY -> enterprise.operationalTechnology();
            case CONNECTED_VEHICLES ->
                hasPack(condition, enterprise) || enterprise.direction() == Direction.CONNECTED_VEHICLES;
            default -> hasPack(condition, enterprise);
        };
    }

    private static boolean hasPack(AskedIf condition, EnterpriseFact enterprise) {
        return enterprise.packs().contains(condition.name());
    }
}
