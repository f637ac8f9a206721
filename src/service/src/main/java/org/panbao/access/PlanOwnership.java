package org.panbao.access;

import java.util.UUID;

/** Tells whose a plan is. Implemented by the module that keeps plans. */
public interface PlanOwnership {

    /** Whether {@code organisation} owns the plan; false also when there is no such plan. */
    boolean owns(UUID organisation, UUID planId);
}
