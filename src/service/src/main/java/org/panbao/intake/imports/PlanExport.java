package org.panbao.intake.imports;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.panbao.access.CurrentCaller;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;
import org.panbao.intake.csv.PlanFileLimits;
import org.panbao.intake.store.PlanFilter;
import org.panbao.intake.store.PlanStore;
import org.panbao.storage.Page;
import org.panbao.storage.PageRequest;
import org.springframework.stereotype.Component;

/** Which plans of the caller's organisation go into one file: all of them, or as many as one import takes. */
@Component
public class PlanExport {

    private final PlanStore store;
    private final CurrentCaller caller;
    private final int maxPlans;

    PlanExport(PlanStore store, CurrentCaller caller, PlanFileLimits limits) {
        this.store = store;
        this.caller = caller;
        this.maxPlans = limits.maxPlans();
    }

    /**
     * Ids of plans, oldest first. Who asks for no part has all or none: throws {@link Problem} EXPORT_TOO_LARGE when they
     * are more than one import takes; INVALID_REQUEST as {@link PageRequest#of} does.
     *
     * @param limit of plans in this part; as many as one import takes when it is null
     * @param cursor what the part before gave; null for the first
     */
    public Page<UUID> part(@Nullable Integer limit, @Nullable String cursor) {
        PageRequest request = PageRequest.of("plan-export", 2, null, cursor).upTo(limit, maxPlans);
        UUID organisation = caller.require().organisationId();
        var part = Page.of(store.ownPlans(organisation, request), request, PlanFilter::key);
        if (part.nextCursor() != null && limit == null && cursor == null) {
            throw new Problem(
                    ProblemCode.EXPORT_TOO_LARGE, Map.of("unit", "plans", "limit", Integer.toString(maxPlans)));
        }
        return part.map(plan -> plan.planId());
    }

    /** How many parts as large as one import takes hold all plans; at least one. */
    public int parts() {
        int plans = store.countOwnPlans(caller.require().organisationId());
        return Math.max(1, (plans + maxPlans - 1) / maxPlans);
    }

    /** The part with this number, from 1; empty beyond the last. */
    public Page<UUID> part(int number) {
        Page<UUID> part = part(maxPlans, null);
        for (int i = 1; i < number; i++) {
            if (part.nextCursor() == null) {
                return new Page<>(List.of(), null);
            }
            part = part(maxPlans, part.nextCursor());
        }
        return part;
    }
}
