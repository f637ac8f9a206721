package org.panbao.intake;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.panbao.base.Finding;
import org.panbao.profile.Plan;

/**
 * One revision of a plan, as underwriting reads it.
 *
 * @param organisationId who filed it
 * @param plan without contacts and names of those who answered, which stay outside every calculation
 * @param sha256 of the canonical form (RFC 8785) of what is stored; names the revision's content in a rate basis
 * @param recordedBy actor who filed the revision
 * @param findings what was noticed when it was filed; no errors among them
 */
public record StoredPlan(
        UUID planId,
        int revision,
        UUID organisationId,
        Plan plan,
        String sha256,
        List<Finding> findings,
        Instant recordedAt,
        String recordedBy) {
    public StoredPlan {
        findings = List.copyOf(findings);
    }

    /** The findings, their places as a quote names them: what lies in the plan is under {@code /plan}. */
    public List<Finding> findingsInQuote() {
        return findings.stream().map(finding -> finding.under("/plan")).toList();
    }
}
