package org.panbao.intake.imports;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.panbao.jobs.ItemFinding;

/**
 * What became of one plan of a file.
 *
 * @param key how the file names it
 * @param read whether it was read without error; stored too, unless this was a dry run
 * @param planId the stored plan; null when nothing was stored
 * @param revision the stored revision; null when nothing was stored
 * @param basedOn the revision that it is to follow; null for a new plan
 */
public record ImportOutcome(
        String key,
        boolean read,
        @Nullable UUID planId,
        @Nullable Integer revision,
        @Nullable Integer basedOn,
        List<ItemFinding> findings) {
    public ImportOutcome {
        findings = List.copyOf(findings);
    }
}
