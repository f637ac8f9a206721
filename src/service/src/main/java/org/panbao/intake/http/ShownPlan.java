package org.panbao.intake.http;

import org.panbao.access.GrantPurpose;
import org.panbao.intake.AssessedPlan;
import org.panbao.intake.store.PersonalData;
import org.panbao.intake.store.PlanRevision;
import org.panbao.intake.store.PlanStore;
import org.springframework.stereotype.Component;

/** What a caller is shown of a plan: its owner all of it, others what their grant is for. */
@Component
final class ShownPlan {

    private final PlanStore store;

    ShownPlan(PlanStore store) {
        this.store = store;
    }

    PlanView of(PlanRevision found) {
        boolean whole = store.isOpenFor(found.planId(), GrantPurpose.QUOTE)
                || store.isOpenFor(found.planId(), GrantPurpose.REVIEW);
        if (!whole) {
            PlanRevision shown = AssessedPlan.of(found);
            return PlanView.of(shown, shown.body());
        }
        return PlanView.of(
                found, PersonalData.putBack(found.body(), store.personalData(found.planId(), found.revision())));
    }
}
