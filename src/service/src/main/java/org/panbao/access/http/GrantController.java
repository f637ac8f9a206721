package org.panbao.access.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.panbao.access.Caller;
import org.panbao.access.CurrentCaller;
import org.panbao.access.GrantPurpose;
import org.panbao.access.PlanOwnership;
import org.panbao.access.store.Organisation;
import org.panbao.access.store.OrganisationStore;
import org.panbao.access.store.PlanGrant;
import org.panbao.access.store.PlanGrantStore;
import org.panbao.audit.AuditLog;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;
import org.panbao.storage.Page;
import org.panbao.storage.PageRequest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who else may see a plan. The owner alone gives, lists and ends grants. */
@RestController
@RequestMapping("/api/v1/plans/{planId}/grants")
@Tag(name = "grants")
final class GrantController {

    private static final Duration LONGEST = Duration.ofDays(731);

    private final PlanGrantStore grants;
    private final OrganisationStore organisations;
    private final ObjectProvider<PlanOwnership> plans;
    private final CurrentCaller caller;
    private final AuditLog audit;
    private final Clock clock;

    GrantController(
            PlanGrantStore grants,
            OrganisationStore organisations,
            ObjectProvider<PlanOwnership> plans,
            CurrentCaller caller,
            AuditLog audit,
            Clock clock) {
        this.grants = grants;
        this.organisations = organisations;
        this.plans = plans;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /** A new grant; {@code validTo} is an instant or a day, whose end it means, at most two years away. */
    record NewGrant(UUID granteeOrganisationId, GrantPurpose purpose, String validTo) {

        /** The end as exactly as it is stored; null when it is neither an instant nor a day. */
        @Nullable
        Instant end(ZoneId zone) {
            try {
                return validTo.contains("T")
                        ? OffsetDateTime.parse(validTo).toInstant().truncatedTo(ChronoUnit.MICROS)
                        : LocalDate.parse(validTo)
                                .plusDays(1)
                                .atStartOfDay(zone)
                                .toInstant();
            } catch (DateTimeException e) {
                return null;
            }
        }
    }

    @Operation(summary = "Grants of a plan, also ended ones")
    @GetMapping
    Page<PlanGrant> list(
            @PathVariable UUID planId, @RequestParam @Nullable Integer limit, @RequestParam @Nullable String cursor) {
        Caller owner = requireOwner(planId);
        PageRequest page = PageRequest.of("grants", 1, limit, cursor);
        return Page.of(
                grants.list(owner.organisationId(), planId, page),
                page,
                grant -> List.of(grant.id().toString()));
    }

    @Operation(summary = "Let another organisation see the plan, for a purpose and until an end")
    @ApiResponse(responseCode = "201", description = "Granted")
    @PostMapping
    ResponseEntity<PlanGrant> add(@PathVariable UUID planId, @RequestBody NewGrant wanted) {
        Caller owner = requireOwner(planId);
        Instant now = clock.instant();
        UUID grantee = wanted.granteeOrganisationId();
        Instant validTo = wanted.end(clock.getZone());
        Optional<Organisation> organisation = organisations.find(grantee);
        new Findings()
                .when(organisation.isEmpty(), "/granteeOrganisationId", "grant.unknown-organisation")
                .when(
                        organisation
                                .filter(known -> !wanted.purpose().isFor(known.kind()))
                                .isPresent(),
                        "/purpose",
                        "grant.purpose-unfit")
                .when(grantee.equals(owner.organisationId()), "/granteeOrganisationId", "grant.own-organisation")
                .when(validTo == null, "/validTo", "grant.valid-to-malformed")
                .when(validTo != null && !validTo.isAfter(now), "/validTo", "grant.valid-to-past")
                .when(validTo != null && validTo.isAfter(now.plus(LONGEST)), "/validTo", "grant.valid-to-far")
                .orThrow();
        PlanGrant made = new PlanGrant(
                UUID.randomUUID(),
                owner.organisationId(),
                planId,
                grantee,
                wanted.purpose(),
                Objects.requireNonNull(validTo),
                owner.actor(),
                now,
                null);
        grants.add(made);
        audit.append(
                "plan.granted",
                "plan",
                planId.toString(),
                Map.of(
                        "grantId", made.id().toString(),
                        "grantee", grantee.toString(),
                        "purpose", made.purpose().name()));
        return ResponseEntity.status(HttpStatus.CREATED).body(made); // no Location: grants are read as a list only
    }

    @Operation(summary = "End a grant now")
    @DeleteMapping("/{grantId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable UUID planId, @PathVariable UUID grantId) {
        Caller owner = requireOwner(planId);
        if (!grants.revoke(owner.organisationId(), planId, grantId, owner.actor())) {
            throw new Problem(ProblemCode.NOT_FOUND);
        }
        audit.append("plan.grant-revoked", "plan", planId.toString(), Map.of("grantId", grantId.toString()));
    }

    /** A plan that is not the caller's does not exist for this call, even when a grant shows it. */
    private Caller requireOwner(UUID planId) {
        Caller current = caller.require();
        PlanOwnership ownership = plans.getIfAvailable();
        if (ownership == null || !ownership.owns(current.organisationId(), planId)) {
            throw new Problem(ProblemCode.NOT_FOUND);
        }
        return current;
    }
}
