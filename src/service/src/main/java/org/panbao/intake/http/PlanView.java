package org.panbao.intake.http;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.panbao.base.Finding;
import org.panbao.intake.PlanReading;
import org.panbao.intake.store.PlanRevision;
import tools.jackson.databind.JsonNode;

/** A revision of a plan as a caller sees it. */
@Schema(
        name = "PlanRevision",
        description = "A revision of a plan; contacts and names of persons show to its owner alone.")
record PlanView(
        UUID planId,
        int revision,
        UUID organisationId,

        @Schema(description = "The day as of which the plan says what it says", example = "2026-03-01")
        LocalDate validFrom,

        @Schema(description = "When the revision came to the service")
        Instant recordedAt,

        String recordedBy,

        @Schema(
                description =
                        "SHA-256 of the canonical form (RFC 8785) of the plan without contacts and names of persons")
        String sha256,

        List<Finding> findings,
        List<String> missing,

        @Schema(
                description =
                        "The plan as filed, by /schemas/plan-1.schema.json; who assesses it is shown what that needs",
                types = "object")
        JsonNode plan,

        @Schema(description = "Wording of the questions answered, by question id, as it was when the plan was filed")
        JsonNode questions) {

    static PlanView of(PlanRevision revision, JsonNode plan) {
        return new PlanView(
                revision.planId(),
                revision.revision(),
                revision.organisationId(),
                revision.validFrom(),
                revision.recordedAt(),
                revision.recordedBy(),
                revision.sha256(),
                revision.findings(),
                PlanReading.missing(revision.findings()),
                plan,
                revision.questions());
    }
}
