package org.panbao.access.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.panbao.access.OrganisationKind;
import org.panbao.access.store.Organisation;
import org.panbao.access.store.OrganisationStore;
import org.panbao.audit.AuditLog;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;
import org.panbao.storage.Page;
import org.panbao.storage.PageRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Organisations. Enterprises are shown to themselves and the operator; those who serve, to all. */
@RestController
@RequestMapping("/api/v1/organisations")
@Tag(name = "organisations")
final class OrganisationController {

    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{1,62}");
    private static final int MAX_NAME = 200;

    private final OrganisationStore organisations;
    private final AuditLog audit;

    OrganisationController(OrganisationStore organisations, AuditLog audit) {
        this.organisations = organisations;
        this.audit = audit;
    }

    /** A new organisation. */
    record NewOrganisation(String code, OrganisationKind kind, String name) {}

    @Operation(summary = "Organisations that the caller may see, by code")
    @GetMapping
    Page<Organisation> list(@RequestParam @Nullable Integer limit, @RequestParam @Nullable String cursor) {
        PageRequest page = PageRequest.of("organisations", 1, limit, cursor);
        return Page.of(organisations.list(page), page, organisation -> List.of(organisation.code()));
    }

    @Operation(summary = "One organisation")
    @GetMapping("/{organisationId}")
    Organisation one(@PathVariable UUID organisationId) {
        return organisations.find(organisationId).orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND));
    }

    @Operation(summary = "Register an organisation")
    @ApiResponse(responseCode = "201", description = "Registered")
    @PostMapping
    ResponseEntity<Organisation> add(@RequestBody NewOrganisation wanted) {
        new Findings()
                .when(!CODE.matcher(wanted.code()).matches(), "/code", "organisation.code-form")
                .when(wanted.name().isBlank() || wanted.name().length() > MAX_NAME, "/name", "organisation.name-length")
                .when(wanted.kind() == OrganisationKind.OPERATOR, "/kind", "organisation.one-operator")
                .when(organisations.findIdByCode(wanted.code()).isPresent(), "/code", "organisation.code-taken")
                .orThrow();
        Organisation made = new Organisation(UUID.randomUUID(), wanted.code(), wanted.kind(), wanted.name());
        organisations.add(made);
        audit.append(
                "organisation.added",
                "organisation",
                made.id().toString(),
                Map.of("code", made.code(), "kind", made.kind().name()));
        return ResponseEntity.created(URI.create("/api/v1/organisations/" + made.id()))
                .body(made);
    }
}
