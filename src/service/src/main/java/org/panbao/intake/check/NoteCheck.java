package org.panbao.intake.check;

import org.panbao.intake.parse.Findings;
import org.panbao.intake.parse.PlanNode;

/** Where the form lets one tick "other", it asks to say what. */
final class NoteCheck implements PlanCheck {

    @Override
    public void check(PlanNode plan, Findings findings) {
        needNote(plan, "direction", "directionNote", findings);
        needNote(plan.child("policyholder"), "nature", "natureNote", findings);
    }

    private static void needNote(PlanNode place, String choice, String note, Findings findings) {
        if ("OTHER".equals(place.text(choice)) && !place.has(note)) {
            findings.error(place.at(note), "note-needed");
        }
    }
}
