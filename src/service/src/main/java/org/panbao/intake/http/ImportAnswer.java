package org.panbao.intake.http;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.panbao.intake.imports.FileImport;
import org.panbao.jobs.ItemFinding;

/** What came of importing a file within the request. */
@Schema(name = "ImportAnswer")
record ImportAnswer(
        boolean dryRun,

        @Schema(description = "The plans that were read and, unless this is a dry run, stored")
        List<ReadPlan> read,

        @Schema(description = "The plans that were not read, as the file names them")
        List<String> notRead,

        @Schema(description = "Everything noticed, by file, row and column, plan by plan")
        List<ItemFinding> findings) {

    /** A plan that was read; id and revision are null in a dry run. */
    @Schema(name = "ImportedPlan")
    record ReadPlan(
            @Schema(description = "How the file names it") String plan,

            @Nullable UUID planId,
            @Nullable Integer revision,

            @Schema(description = "The revision that it follows, also in a dry run; null for a new plan") @Nullable
            Integer basedOn) {}

    static ImportAnswer of(boolean dryRun, FileImport.Result result) {
        return new ImportAnswer(
                dryRun,
                result.read().stream()
                        .map(plan -> new ReadPlan(plan.key(), plan.planId(), plan.revision(), plan.basedOn()))
                        .toList(),
                result.notRead(),
                result.findings());
    }
}
