package org.panbao.intake.store;

import java.util.UUID;
import org.panbao.access.PlanOwnership;
import org.springframework.stereotype.Component;

/** Whose a plan is, from the stored plans. */
@Component
final class StoredPlanOwnership implements PlanOwnership {

    private final PlanStore store;

    StoredPlanOwnership(PlanStore store) {
        this.store = store;
    }

    @Override
    public boolean owns(UUID organisation, UUID planId) {
        return store.findPlan(planId)
                .map(PlanRow::organisationId)
                .filter(organisation::equals)
                .isPresent();
    }
}
