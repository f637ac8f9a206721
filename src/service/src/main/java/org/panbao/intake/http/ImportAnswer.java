package org.panbao.intake.http;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.panbao.intake.csv.RowFinding;
import org.panbao.intake.imports.FileImport;

/** What came of importing a file within the request. */
@Schema(name = "ImportAnswer")
record ImportAnswer(
        boolean dryRun,

        @Schema(description = "The plans that were read and, unless this is a dry run, stored")
        List<ReadPlan> read,

        @Schema(description = "The plans that were not read, as the file names them")
        List<String> notRead,

        @Schema(description = "Everything noticed, by file, row and column: first what concerns the file as a whole")
        List<RowFinding> findings) {

    /** A plan that was read; id and revision are null in a dry run. */
    @Schema(name = "ImportedPlan")
    record ReadPlan(
            @Schema(description = "How the file names it") String plan,

            @Nullable UUID planId,
            @Nullable Integer revision) {}

    static ImportAnswer of(boolean dryRun, FileImport.Result result) {
        return new ImportAnswer(
                dryRun,
                result.read().stream()
                        .map(plan -> new ReadPlan(plan.key(), plan.planId(), plan.revision()))
                        .toList(),
                result.notRead(),
                result.findings());
    }
}
