package org.panbao.intake.store;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An answer with its two times.
 *
 * @param pointer its place in the plan
 * @param assertedBy the insured that answers; null for the policyholder, on the plan as a whole
 * @param evidence as stated; a measured answer without {@code assessmentReference} counts as documented
 * @param date the date asked for
 * @param validFrom the day of the answer, else the day as of which the revision speaks
 * @param recordedAt when it came to the service
 */
@Schema(name = "KnownAnswer")
public record AnswerRow(
        int revision,
        String pointer,
        @Schema(example = "Q-P1") String questionId,
        @Nullable String assertedBy,
        @Schema(example = "YES") String state,
        @Schema(example = "DOCUMENTED") String evidence,
        @Nullable String assessmentReference,
        @Nullable BigDecimal value,
        @Nullable LocalDate date,
        LocalDate validFrom,
        Instant recordedAt,
        String recordedBy) {}
