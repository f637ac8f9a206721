package org.panbao.intake;

import java.util.List;
import java.util.Set;
import org.panbao.base.Finding;
import org.panbao.intake.store.PlanRevision;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A plan as an assessor sees it: systems and their protection, without the cover wanted, money or former insurance. */
public final class AssessedPlan {

    private static final Set<String> HIDDEN = Set.of(
            "need",
            "insuranceHistory",
            "annualRevenueCny",
            "grossMarginPercent",
            "onlineRevenuePercent",
            "dailyRevenueCny",
            "registeredCapitalCny",
            "lossCny");

    private AssessedPlan() {}

    /** The revision without what an assessor is not shown, and without the findings on it. */
    public static PlanRevision of(PlanRevision revision) {
        JsonNode body = revision.body().deepCopy();
        prune(body);
        List<Finding> findings = revision.findings().stream()
                .filter(finding -> isShown(finding.pointer()))
                .toList();
        return new PlanRevision(
                revision.planId(),
                revision.revision(),
                revision.organisationId(),
                body,
                revision.sha256(),
                findings,
                revision.questions(),
                revision.validFrom(),
                revision.recordedAt(),
                revision.recordedBy());
    }

    private static void prune(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(HIDDEN);
        }
        node.forEach(AssessedPlan::prune);
    }

    private static boolean isShown(String pointer) {
        return List.of(pointer.split("/", -1)).stream().noneMatch(HIDDEN::contains);
    }
}
