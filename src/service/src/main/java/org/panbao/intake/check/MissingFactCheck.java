package org.panbao.intake.check;

import java.util.List;
import org.panbao.base.Severity;
import org.panbao.intake.parse.Findings;
import org.panbao.intake.parse.PlanNode;

/** Facts that score, cover or premium need and that the plan does not state. */
final class MissingFactCheck implements PlanCheck {

    private static final int IMPORTANT = 4;

    @Override
    public void check(PlanNode plan, Findings findings) {
        boolean full = "FULL".equals(plan.text("form"));
        Severity fullFormOnly = full ? Severity.WARNING : Severity.INFO;
        for (PlanNode insured : plan.items("insureds")) {
            tell(insured, "annualRevenueCny", Severity.WARNING, "missing-annual-revenue", findings);
            tell(insured, "personalRecordCount", Severity.WARNING, "missing-personal-records", findings);
            tell(insured, "criticalInfrastructureOperator", fullFormOnly, "missing-critical-infrastructure", findings);
            tell(insured, "grossMarginPercent", Severity.INFO, "missing-gross-margin", findings);
            tell(insured, "staffCount", Severity.INFO, "missing-staff", findings);
        }
        PlanNode informatization = plan.child("informatization");
        if (informatization.exists() && informatization.items("systems").isEmpty()) {
            findings.missing(fullFormOnly, informatization.at("systems"), "missing-systems");
        }
        informatization.items("systems").forEach(system -> checkSystem(system, findings));
        checkSecurity(plan.child("security"), full, findings);
        checkNeed(plan.child("need"), findings);
        if (full) {
            checkProse(plan, findings);
        }
    }

    private static void checkSystem(PlanNode system, Findings findings) {
        Long importance = system.whole("importance");
        if (importance != null && importance >= IMPORTANT) {
            tell(system, "dailyRevenueCny", Severity.INFO, "missing-daily-revenue", findings);
            tell(system, "tolerableOutageHours", Severity.INFO, "missing-tolerable-outage", findings);
        }
        String hosting = system.text("hosting");
        if ("PUBLIC_CLOUD".equals(hosting) || "HYBRID".equals(hosting)) {
            tell(system, "cloudProvider", Severity.INFO, "missing-cloud-provider", findings);
        }
    }

    private static void checkSecurity(PlanNode security, boolean full, Findings findings) {
        if (security.exists() && full) {
            tell(security, "annualSpendCny", Severity.INFO, "missing-security-spend", findings);
            tell(security, "itBudgetCny", Severity.INFO, "missing-it-budget", findings);
            tell(security, "staff", Severity.INFO, "missing-security-staff", findings);
            tell(security, "insuranceHistory", Severity.INFO, "missing-insurance-history", findings);
        }
    }

    private static void checkNeed(PlanNode need, Findings findings) {
        if (!need.exists()) {
            return;
        }
        List<PlanNode> covers = need.items("covers");
        if (covers.isEmpty()) {
            findings.missing(Severity.WARNING, need.at("covers"), "missing-covers");
        }
        for (PlanNode cover : covers) {
            tell(cover, "limitCny", Severity.INFO, "missing-limit", findings);
        }
    }

    private static void checkProse(PlanNode plan, Findings findings) {
        for (String section : List.of("informatization", "security", "need")) {
            if (plan.child(section).exists()) {
                tell(plan.child(section), "prose", Severity.INFO, "missing-prose", findings);
            }
        }
    }

    private static void tell(PlanNode place, String field, Severity severity, String code, Findings findings) {
        if (!place.has(field)) {
            findings.missing(severity, place.at(field), code);
        }
    }
}
