package org.panbao.access;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.panbao.access.store.OrganisationStore;
import org.panbao.access.store.PlanGrantStore;
import org.panbao.audit.AuditLog;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;
import org.panbao.storage.Page;
import org.panbao.storage.PageRequest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Who else may see a plan. The owner alone gives, lists and ends grants; to others the plan does not exist here. */
@Component
public class Grants {

    private static final Duration LONGEST = Duration.ofDays(731);

    private final PlanGrantStore store;
    private final OrganisationStore organisations;
    private final ObjectProvider<PlanOwnership> plans;
    private final CurrentCaller caller;
    private final AuditLog audit;
    private final Clock clock;

    Grants(
            PlanGrantStore store,
            OrganisationStore organisations,
            ObjectProvider<PlanOwnership> plans,
            CurrentCaller caller,
            AuditLog audit,
            Clock clock) {
        this.store = store;
        this.organisations = organisations;
        this.plans = plans;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /** Grants of a plan, also ended ones; throws {@link Problem} NOT_FOUND when the plan is not the caller's. */
    public Page<PlanGrant> list(UUID planId, @Nullable Integer limit, @Nullable String cursor) {
        Caller owner = requireOwner(planId);
        PageRequest page = PageRequest.of("grants", 1, limit, cursor);
        return Page.of(
                store.list(owner.organisationId(), planId, page),
                page,
                grant -> List.of(grant.id().toString()));
    }

    /** What others have granted to the caller's organisation and is in force, the newest first. */
    public Page<PlanGrant> received(@Nullable String cursor) {
        PageRequest page = PageRequest.of("received-grants", 2, null, cursor);
        UUID grantee = caller.require().organisationId();
        return Page.of(
                store.listReceived(grantee, page),
                page,
                grant -> List.of(grant.grantedAt().toString(), grant.id().toString()));
    }

    /** Whether a grant is neither ended nor over. */
    public boolean isInForce(PlanGrant grant) {
        return grant.revokedAt() == null && grant.validTo().isAfter(clock.instant());
    }

    /**
     * Grants a plan; the same grant once more is the one that is in force. Throws {@link Problem} NOT_FOUND when it is
     * not the caller's, INVALID_REQUEST with everything that is wrong with the grant.
     *
     * @param grantee null when the organisation that was asked for is not known
     * @param validTo an instant or a day, whose end it means, at most two years away
     */
    public PlanGrant add(UUID planId, @Nullable UUID grantee, GrantPurpose purpose, String validTo) {
        Caller owner = requireOwner(planId);
        Instant end = end(validTo);
        requireFit(owner, grantee, purpose, end);
        PlanGrant made = new PlanGrant(
                UUID.randomUUID(),
                owner.organisationId(),
                planId,
                Objects.requireNonNull(grantee),
                purpose,
                Objects.requireNonNull(end),
                owner.actor(),
                clock.instant(),
                null);
        Optional<PlanGrant> same = store.findSame(made);
        if (same.isPresent()) {
            return same.get();
        }
        store.add(made);
        audit.append(
                "plan.granted",
                "plan",
                planId.toString(),
                Map.of(
                        "grantId", made.id().toString(),
                        "grantee", made.granteeOrganisationId().toString(),
                        "purpose", made.purpose().name()));
        return made;
    }

    private void requireFit(Caller owner, @Nullable UUID grantee, GrantPurpose purpose, @Nullable Instant end) {
        Optional<Organisation> organisation = Optional.ofNullable(grantee).flatMap(organisations::find);
        Instant now = clock.instant();
        boolean unfit =
                organisation.filter(known -> !purpose.isFor(known.kind())).isPresent();
        new Findings()
                .when(organisation.isEmpty(), "/granteeOrganisationId", "grant.unknown-organisation")
                .when(unfit, "/purpose", "grant.purpose-unfit")
                .when(owner.organisationId().equals(grantee), "/granteeOrganisationId", "grant.own-organisation")
                .when(end == null, "/validTo", "grant.valid-to-malformed")
                .when(end != null && !end.isAfter(now), "/validTo", "grant.valid-to-past")
                .when(end != null && end.isAfter(now.plus(LONGEST)), "/validTo", "grant.valid-to-far")
                .orThrow();
    }

    /** The end as exactly as it is stored; null when it is neither an instant nor a day. */
    private @Nullable Instant end(String validTo) {
        try {
            return validTo.contains("T")
                    ? OffsetDateTime.parse(validTo).toInstant().truncatedTo(ChronoUnit.MICROS)
                    : LocalDate.parse(validTo)
                            .plusDays(1)
                            .atStartOfDay(clock.getZone())
                            .toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Ends a grant now; throws {@link Problem} NOT_FOUND when the caller's plan has no such grant in force. */
    public void revoke(UUID planId, UUID grantId) {
        Caller owner = requireOwner(planId);
        if (!store.revoke(owner.organisationId(), planId, grantId, owner.actor())) {
            throw new Problem(ProblemCode.NOT_FOUND);
        }
        audit.append("plan.grant-revoked", "plan", planId.toString(), Map.of("grantId", grantId.toString()));
    }

    /** A plan that is not the caller's does not exist here, even when a grant shows it. */
    private Caller requireOwner(UUID planId) {
        Caller current = caller.require();
        PlanOwnership ownership = plans.getIfAvailable();
        if (ownership == null || !ownership.owns(current.organisationId(), planId)) {
            throw new Problem(ProblemCode.NOT_FOUND);
        }
        return current;
    }
}
