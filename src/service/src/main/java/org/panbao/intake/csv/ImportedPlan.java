package org.panbao.intake.csv;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.panbao.intake.CheckedPlan;
import org.panbao.jobs.ItemFinding;
import tools.jackson.databind.JsonNode;

/**
 * What came of the rows of one plan.
 *
 * @param key what stands in the column {@code plan} of its rows; may be empty
 * @param file name of the file with the plan's line
 * @param row the plan's line there, as a spreadsheet counts
 * @param rows how many rows belong to it, in all tables
 * @param plan the plan, ready to be filed; null when a finding is an error
 * @param revision the revision that this one is based on, of the stored plan whose id is {@code key}; null for a new plan
 * @param findings everything noticed, errors first, each with its place in the files
 */
public record ImportedPlan(
        String key,
        String file,
        int row,
        int rows,
        @Nullable CheckedPlan plan,
        @Nullable Integer revision,
        List<ItemFinding> findings) {
    public ImportedPlan {
        findings = List.copyOf(findings);
    }

    /** Whether the plan was read without error, and so can be filed. */
    public boolean isRead() {
        return plan != null;
    }

    /** The plan as JSON; null when a finding is an error. */
    public @Nullable JsonNode document() {
        return plan == null ? null : plan.document();
    }
}
