package org.panbao.access.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.panbao.access.GrantPurpose;
import org.panbao.access.Grants;
import org.panbao.access.PlanGrant;
import org.panbao.storage.Page;
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

/** Grants of plans over HTTP. */
@RestController
@RequestMapping("/api/v1/plans/{planId}/grants")
@Tag(name = "grants")
final class GrantController {

    private final Grants grants;

    GrantController(Grants grants) {
        this.grants = grants;
    }

    /** A new grant; {@code validTo} is an instant or a day, whose end it means, at most two years away. */
    record NewGrant(UUID granteeOrganisationId, GrantPurpose purpose, String validTo) {}

    @Operation(summary = "Grants of a plan, also ended ones")
    @GetMapping
    Page<PlanGrant> list(
            @PathVariable UUID planId, @RequestParam @Nullable Integer limit, @RequestParam @Nullable String cursor) {
        return grants.list(planId, limit, cursor);
    }

    @Operation(summary = "Let another organisation see the plan, for a purpose and until an end")
    @ApiResponse(responseCode = "201", description = "Granted")
    @PostMapping
    ResponseEntity<PlanGrant> add(@PathVariable UUID planId, @RequestBody NewGrant wanted) {
        PlanGrant made = grants.add(planId, wanted.granteeOrganisationId(), wanted.purpose(), wanted.validTo());
        return ResponseEntity.status(HttpStatus.CREATED).body(made); // no Location: grants are read as a list only
    }

    @Operation(summary = "End a grant now")
    @DeleteMapping("/{grantId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable UUID planId, @PathVariable UUID grantId) {
        grants.revoke(planId, grantId);
    }
}
