package org.panbao.intake.check;

import org.panbao.base.Severity;
import org.panbao.intake.parse.Findings;
import org.panbao.profile.Plan;
import org.panbao.quoting.PlanGaps;
import org.panbao.quoting.PlanGaps.Gap;
import org.panbao.rulebook.QuestionBank;

/** Tells where a plan that is right in form leaves a decision pending, as the decision itself sees it. */
public final class GapFindings {

    private GapFindings() {}

    public static void tell(Plan plan, QuestionBank questions, Findings findings) {
        for (Gap gap : PlanGaps.of(plan, questions)) {
            switch (gap.kind()) {
                case UNSTATED -> findings.missing(Severity.WARNING, gap.pointer(), "missing-gate-fact");
                case APPLICABLE -> findings.warning(gap.pointer(), "not-applicable-applies");
                case CONTROL_SYSTEM -> findings.warning(gap.pointer(), "control-system-listed");
                case ASSESSMENT_NOT_HELD -> findings.warning(gap.pointer(), "assessment-not-held");
            }
        }
    }
}
