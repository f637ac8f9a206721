package org.panbao.intake.store;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.panbao.base.Finding;
import tools.jackson.databind.JsonNode;

/**
 * A stored revision.
 *
 * @param body the plan as filed, without personal data
 * @param questions wording of the questions answered, by question id
 */
public record PlanRevision(
        UUID planId,
        int revision,
        UUID organisationId,
        JsonNode body,
        String sha256,
        List<Finding> findings,
        JsonNode questions,
        Instant recordedAt,
        String recordedBy) {
    public PlanRevision {
        findings = List.copyOf(findings);
    }
}
