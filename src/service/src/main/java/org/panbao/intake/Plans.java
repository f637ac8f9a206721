package org.panbao.intake;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.panbao.access.GrantPurpose;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;
import org.panbao.intake.store.PersonalData;
import org.panbao.intake.store.PlanFilter;
import org.panbao.intake.store.PlanRevision;
import org.panbao.intake.store.PlanRow;
import org.panbao.intake.store.PlanStore;
import org.panbao.storage.Page;
import org.panbao.storage.PageRequest;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

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

    /** Plans that the caller may see, newest first, with this text in their or the policyholder's name. */
    public Page<ListedPlan> list(@Nullable String name, @Nullable String cursor) {
        PageRequest page = PageRequest.of("plans", 2, null, cursor);
        return Page.of(store.list(new PlanFilter(name, null), page), page, PlanFilter::key)
                .map(Plans::listed);
    }

    /** Those of {@code ids} that the caller may see. */
    public Map<UUID, ListedPlan> byId(Collection<UUID> ids) {
        return store.list(Set.copyOf(ids)).stream()
                .map(Plans::listed)
                .collect(Collectors.toMap(ListedPlan::planId, Function.identity()));
    }

    private static ListedPlan listed(PlanRow row) {
        return new ListedPlan(
                row.planId(), row.revision(), row.planName(), row.policyholderName(), row.direction(), row.changedAt());
    }

    /** The revisions of a plan, newest first, at most {@link PageRequest#MAX_LIMIT}; NOT_FOUND when the caller may see no such plan. */
    public List<ListedRevision> revisions(UUID planId) {
        int newest = store.findPlan(planId)
                .orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND))
                .revision();
        return store.listRevisions(planId, Math.max(0, newest - PageRequest.MAX_LIMIT), PageRequest.MAX_LIMIT).stream()
                .map(row -> new ListedRevision(row.revision(), row.validFrom(), row.recordedAt(), row.recordedBy()))
                .sorted(Comparator.comparing(ListedRevision::revision).reversed())
                .toList();
    }

    /** The newest revision as it was filed, contacts included if the caller owns the plan; NOT_FOUND without a plan. */
    public JsonNode loadDocument(UUID planId) {
        return loadDocument(planId, null);
    }

    /** As {@link #loadDocument(UUID)}, of the revision named; the newest one when it is null. */
    public JsonNode loadDocument(UUID planId, @Nullable Integer number) {
        PlanRevision revision =
                store.findRevision(planId, number).orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND));
        return PersonalData.putBack(revision.body(), store.personalData(planId, revision.revision()));
    }

    /** The newest revision as far as the caller may see it: the owner all of it, others what their grant is for. */
    public JsonNode loadShown(UUID planId) {
        boolean whole = store.isOpenFor(planId, GrantPurpose.QUOTE) || store.isOpenFor(planId, GrantPurpose.REVIEW);
        return whole
                ? loadDocument(planId)
                : AssessedPlan.of(
                                store.findRevision(planId, null).orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND)))
                        .body();
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
