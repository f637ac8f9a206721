package org.panbao.intake.check;

import org.panbao.intake.parse.Findings;
import org.panbao.intake.parse.PlanNode;

/**
 * One thing to look at in a plan. It reads the document, not the mapped plan, and passes over what is absent or
 * ill-formed, so that a plan with faults of form still gets all of its findings in one answer.
 */
public interface PlanCheck {

    void check(PlanNode plan, Findings findings);
}
