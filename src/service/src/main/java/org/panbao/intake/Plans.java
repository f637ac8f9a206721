package org.panbao.intake;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.panbao.access.GrantPurpose;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;
import org.panbao.intake.store.PlanRevision;
import org.panbao.intake.store.PlanStore;
import org.springframework.stereotype.Component;

/** Gives stored plans to the modules that work with them. Shows what the caller's organisation may see. */
@Component
public class Plans {

    private final PlanStore store;
    private final PlanReader reader;

    Plans(PlanStore store, PlanReader reader) {
        this.store = store;
        this.reader = reader;
    }

    /** A revision, or the newest one when {@code revision} is null; empty when the caller may see no such plan. */
    public Optional<StoredPlan> find(UUID planId, @Nullable Integer revision) {
        return store.findRevision(planId, revision).map(this::stored);
    }

    /** As {@link #find}; throws {@link Problem} NOT_FOUND when there is none. */
    public StoredPlan load(UUID planId, @Nullable Integer revision) {
        return find(planId, revision).orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND));
    }

    /** As {@link #load(UUID, Integer)}; NOT_FOUND also when the plan is neither the caller's nor granted for this. */
    public StoredPlan load(UUID planId, @Nullable Integer revision, GrantPurpose purpose) {
        if (!store.isOpenFor(planId, purpose)) {
            throw new Problem(ProblemCode.NOT_FOUND);
        }
        return load(planId, revision);
    }

    private StoredPlan stored(PlanRevision revision) {
        return new StoredPlan(
                revision.planId(),
                revision.revision(),
                revision.organisationId(),
                reader.map(revision.body()),
                revision.sha256(),
                revision.findings(),
                revision.recordedAt(),
                revision.recordedBy());
    }
}
