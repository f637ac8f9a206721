package org.panbao.intake.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Finding;
import org.panbao.intake.PlanIntake.Filed;
import org.panbao.intake.PlanReading;

/** What came of posting a plan. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PlanAnswer", description = "What came of posting a plan; id and revision are left out by a dry run.")
record PlanAnswer(
        @Nullable UUID planId,
        @Nullable Integer revision,

        @Schema(description = "Everything noticed: warnings and information, by JSON pointer, in both languages")
        List<Finding> findings,

        @Schema(description = "JSON pointers of facts that score, cover or premium need and that are not stated")
        List<String> missing) {

    static PlanAnswer stored(Filed filed) {
        PlanReading reading = filed.reading();
        return new PlanAnswer(filed.planId(), filed.revision(), reading.findings(), reading.missing());
    }

    static PlanAnswer checked(PlanReading reading) {
        return new PlanAnswer(null, null, reading.findings(), reading.missing());
    }
}
