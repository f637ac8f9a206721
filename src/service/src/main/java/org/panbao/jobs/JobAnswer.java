package org.panbao.jobs;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A job as it is answered; also the answer of calls that begin one. */
@Schema(name = "Job")
public record JobAnswer(
        UUID jobId,

        @Schema(description = "What is done, for example plan-import")
        String kind,

        JobState state,

        @Schema(description = "What was asked for") Map<String, String> parameters,

        Progress progress,

        @Schema(description = "Whether it was asked to stop before its next item")
        boolean cancelRequested,

        @Schema(description = "Why it failed: a problem code, gave-up or unknown-kind") @Nullable
        String failure,

        Instant createdAt,
        String createdBy,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt) {

    /** Counts of items. */
    @Schema(name = "JobProgress")
    public record Progress(
            int done,

            @Schema(description = "null until the items are counted") @Nullable
            Integer total,

            int accepted,
            int refused) {}

    /** The answer about {@code job}. */
    public static JobAnswer of(Job job) {
        return new JobAnswer(
                job.id(),
                job.kind(),
                job.state(),
                job.parameters(),
                new Progress(job.done(), job.total(), job.accepted(), job.refused()),
                job.cancelRequested(),
                job.failure(),
                job.createdAt(),
                job.owner().actor(),
                job.startedAt(),
                job.endedAt());
    }
}
