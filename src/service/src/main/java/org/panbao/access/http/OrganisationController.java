package org.panbao.access.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.panbao.access.Organisation;
import org.panbao.access.OrganisationKind;
import org.panbao.access.Organisations;
import org.panbao.storage.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Organisations over HTTP. */
@RestController
@RequestMapping("/api/v1/organisations")
@Tag(name = "organisations")
final class OrganisationController {

    private final Organisations organisations;

    OrganisationController(Organisations organisations) {
        this.organisations = organisations;
    }

    /** A new organisation. */
    record NewOrganisation(String code, OrganisationKind kind, String name) {}

    @Operation(summary = "Organisations that the caller may see, by code")
    @GetMapping
    Page<Organisation> list(@RequestParam @Nullable Integer limit, @RequestParam @Nullable String cursor) {
        return organisations.list(limit, cursor);
    }

    @Operation(summary = "One organisation")
    @GetMapping("/{organisationId}")
    Organisation one(@PathVariable UUID organisationId) {
        return organisations.load(organisationId);
    }

    @Operation(summary = "Register an organisation")
    @ApiResponse(responseCode = "201", description = "Registered")
    @PostMapping
    ResponseEntity<Organisation> add(@RequestBody NewOrganisation wanted) {
        Organisation made = organisations.register(wanted.code(), wanted.kind(), wanted.name());
        return ResponseEntity.created(URI.create("/api/v1/organisations/" + made.id()))
                .body(made);
    }
}
