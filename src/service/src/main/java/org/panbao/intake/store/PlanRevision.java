package org.panbao.intake.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.panbao.base.Finding;
import tools.jackson.databind.JsonNode;

/**
 * A stored revision.
 *
 * @param body the plan as filed, without personal data
 * @param questions wording of the questions answered, by question id
 * @param validFrom the day as of which it says what it says
 * @param recordedAt when it came to the service
 */
public record PlanRevision(
        UUID planId,
        int revision,
        UUID organisationId,
        JsonNode body,
        String sha256,
        List<Finding> findings,
        JsonNode questions,
        LocalDate validFrom,
        Instant recordedAt,
        String recordedBy) {
    public PlanRevision {
        findings = List.copyOf(findings);
    }
}
