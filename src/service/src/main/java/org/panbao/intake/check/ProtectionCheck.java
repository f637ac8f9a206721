package org.panbao.intake.check;

import org.panbao.intake.parse.Findings;
import org.panbao.intake.parse.PlanNode;

/** What is said of the graded protection of a system fits together. */
final class ProtectionCheck implements PlanCheck {

    /** From this level on a system has to be filed. */
    private static final int FILED_FROM = 2;

    /** From this level on a system has to be assessed regularly. */
    private static final int ASSESSED_FROM = 3;

    @Override
    public void check(PlanNode plan, Findings findings) {
        for (PlanNode system : plan.child("informatization").items("systems")) {
            PlanNode protection = system.child("gradedProtection");
            if (protection.exists()) {
                checkLevel(protection, findings);
                checkAssessment(protection, findings);
            } else if (Boolean.TRUE.equals(system.flag("internetFacing")) && !system.has("gradedProtection")) {
                findings.info(protection.pointer(), "missing-graded-protection");
            }
        }
    }

    private static void checkLevel(PlanNode protection, Findings findings) {
        Long level = protection.whole("level");
        if (level == null) {
            return;
        }
        if (level >= FILED_FROM && !protection.has("filingNumber")) {
            findings.warning(protection.at("filingNumber"), "protection-not-filed");
        }
        if (level >= ASSESSED_FROM && !isAssessed(protection)) {
            findings.warning(protection.at("assessedOn"), "missing-assessment");
        }
        if (level == 0 && (protection.has("filingNumber") || isAssessed(protection))) {
            findings.warning(protection.at("level"), "protection-level-zero");
        }
    }

    private static void checkAssessment(PlanNode protection, Findings findings) {
        if (protection.has("score") && protection.has("conclusion")) {
            findings.warning(protection.at("score"), "protection-two-results");
        }
        if ((protection.has("score") || protection.has("conclusion")) && !protection.has("assessedOn")) {
            findings.warning(protection.at("assessedOn"), "missing-assessment-date");
        }
        Long hazards = protection.whole("majorHazards");
        if (hazards == null) {
            return;
        }
        String conclusion = protection.text("conclusion");
        if (conclusion == null) {
            findings.warning(protection.at("conclusion"), "hazards-without-conclusion");
        } else if (hazards > 0 && conclusion.equals("CONFORMS")) {
            findings.warning(protection.at("majorHazards"), "hazards-contradict-conclusion");
        }
    }

    private static boolean isAssessed(PlanNode protection) {
        return protection.has("assessedOn") || protection.has("score") || protection.has("conclusion");
    }
}
