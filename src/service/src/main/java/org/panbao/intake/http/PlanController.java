package org.panbao.intake.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.panbao.intake.PlanIntake;
import org.panbao.intake.PlanIntake.Filed;
import org.panbao.storage.Revision;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Filing and revising plans. The body is taken as bytes: the module reads JSON more strictly than Spring would. */
@RestController
@RequestMapping("/api/v1/plans")
@Tag(name = "plans")
final class PlanController {

    private static final String SCHEMA = "/schemas/plan-1.schema.json";

    private final PlanIntake intake;

    PlanController(PlanIntake intake) {
        this.intake = intake;
    }

    @Operation(
            summary = "File a plan",
            description = "Answers every finding at once. A plan with an error is refused and nothing is stored.")
    @PlanBody
    @ApiResponse(
            responseCode = "201",
            description = "Stored",
            content = @Content(schema = @Schema(implementation = PlanAnswer.class)))
    @ApiResponse(
            responseCode = "200",
            description = "Dry run: the plan would be stored",
            content = @Content(schema = @Schema(implementation = PlanAnswer.class)))
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<PlanAnswer> create(
            @RequestBody(required = false) byte @Nullable [] body,
            @Parameter(description = "Check without storing") @RequestParam(defaultValue = "false") boolean dryRun) {
        byte[] bytes = bytes(body);
        if (dryRun) {
            return ResponseEntity.ok(PlanAnswer.checked(intake.check(bytes)));
        }
        Filed filed = intake.create(bytes);
        return ResponseEntity.created(URI.create("/api/v1/plans/" + filed.planId()))
                .eTag(new Revision(filed.revision()).etag())
                .body(PlanAnswer.stored(filed));
    }

    @Operation(
            summary = "File a further revision of a plan",
            description = "If-Match names the revision that it is based on. Earlier revisions stay as they are.")
    @PlanBody
    @ApiResponse(
            responseCode = "200",
            description = "Stored as a new revision",
            content = @Content(schema = @Schema(implementation = PlanAnswer.class)))
    @PutMapping(
            path = "/{planId}",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<PlanAnswer> revise(
            @PathVariable UUID planId,
            @RequestBody(required = false) byte @Nullable [] body,
            @Parameter(description = "ETag of the newest revision, for example \"1\"", required = true)
                    @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
                    @Nullable
                    String ifMatch) {
        Filed filed = intake.revise(planId, ifMatch, bytes(body));
        return ResponseEntity.ok().eTag(new Revision(filed.revision()).etag()).body(PlanAnswer.stored(filed));
    }

    @Operation(
            summary = "Erase contacts and names of persons",
            description = "Takes them out of every revision for good. The revisions and their digests stay.")
    @ApiResponse(responseCode = "204", description = "Erased, or there were none")
    @DeleteMapping("/{planId}/personal-data")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void erasePersonalData(@PathVariable UUID planId) {
        intake.erasePersonalData(planId);
    }

    /** Described once for both calls. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(ref = SCHEMA)))
    private @interface PlanBody {}

    private static byte[] bytes(byte @Nullable [] body) {
        return body == null ? new byte[0] : body;
    }
}
