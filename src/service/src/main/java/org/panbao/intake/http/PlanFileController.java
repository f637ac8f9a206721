package org.panbao.intake.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.panbao.access.CurrentCaller;
import org.panbao.base.Language;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;
import org.panbao.intake.csv.PlanFileWriter;
import org.panbao.intake.csv.PlanFiles;
import org.panbao.intake.imports.PlanExport;
import org.panbao.intake.store.PlanRevision;
import org.panbao.intake.store.PlanStore;
import org.panbao.storage.AnswerFile;
import org.panbao.storage.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Plans as zips of CSV files: templates to fill in, and plans as the templates have them. */
@RestController
@RequestMapping(path = "/api/v1/plans", produces = PlanFileController.ZIP)
@Tag(name = "plans")
final class PlanFileController {

    static final String ZIP = "application/zip";

    private static final String NEXT_CURSOR = "Next-Cursor";

    private final PlanFiles files;
    private final PlanStore store;
    private final PlanExport exports;
    private final ShownPlan shown;
    private final CurrentCaller caller;

    PlanFileController(PlanFiles files, PlanStore store, PlanExport exports, ShownPlan shown, CurrentCaller caller) {
        this.files = files;
        this.store = store;
        this.exports = exports;
        this.shown = shown;
        this.caller = caller;
    }

    @Operation(
            summary = "Templates for plans as CSV",
            description = "A zip with one table a file, and a page on how to fill them in. docs/csv-format.md")
    @ZipAnswer
    @GetMapping("/import/template")
    ResponseEntity<Void> template(
            @LanguageOfLabels @RequestParam(defaultValue = "zh") String lang,
            @Parameter(hidden = true) HttpServletRequest request)
            throws IOException {
        Language language = Language.parse(lang);
        return zip(request, "panbao-plan-template-" + lang, out -> files.writeTemplate(language, out));
    }

    @Operation(
            summary = "The newest revision of a plan as CSV",
            description = "The same tables as the templates, with what the caller may see of the plan.")
    @ZipAnswer
    @GetMapping("/{planId}/export")
    ResponseEntity<Void> export(
            @PathVariable UUID planId,
            @LanguageOfLabels @RequestParam(defaultValue = "zh") String lang,
            @Parameter(hidden = true) HttpServletRequest request)
            throws IOException {
        try (PlanFileWriter writer = files.writer(Language.parse(lang))) {
            add(writer, planId);
            return zip(request, "panbao-plan-" + planId, writer::writeTo);
        }
    }

    @Operation(
            summary = "All plans of one's own organisation as CSV, each in its newest revision",
            description = "The same tables as the templates; the key of a plan is its id. At most as much as one"
                    + " import takes; with limit or cursor a part, oldest plans first. Next-Cursor gives the cursor of"
                    + " the next part, and is missing with the last.")
    @ZipAnswer
    @GetMapping("/export")
    ResponseEntity<Void> exportAll(
            @LanguageOfLabels @RequestParam(defaultValue = "zh") String lang,
            @Parameter(description = "Plans of one part; at most, and without it, as many as one import takes")
                    @RequestParam(required = false)
                    @Nullable
                    Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            @Parameter(hidden = true) HttpServletRequest request)
            throws IOException {
        return part(exports.part(limit, cursor), lang, request);
    }

    /** These plans; tells where the rest begins. */
    ResponseEntity<Void> part(Page<UUID> part, String lang, HttpServletRequest request) throws IOException {
        try (PlanFileWriter writer = files.writer(Language.parse(lang))) {
            part.items().forEach(planId -> add(writer, planId));
            ResponseEntity<Void> answer = zip(request, "panbao-plans", writer::writeTo);
            String next = part.nextCursor();
            return next == null
                    ? answer
                    : ResponseEntity.ok().header(NEXT_CURSOR, next).build();
        }
    }

    /** Who owns the plan can import it again as a further revision. */
    private void add(PlanFileWriter writer, UUID planId) {
        PlanRevision found = store.findRevision(planId, null).orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND));
        JsonNode plan = shown.of(found).plan();
        if (found.organisationId().equals(caller.require().organisationId())) {
            writer.add(planId, found.revision(), plan);
        } else {
            writer.add(planId.toString(), plan);
        }
    }

    /** Described once for all calls. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @ApiResponse(
            responseCode = "200",
            description = "A zip of CSV files in UTF-8",
            content = @Content(mediaType = ZIP, schema = @Schema(type = "string", format = "binary")))
    private @interface ZipAnswer {}

    /** Described once for all calls. */
    @Target(ElementType.PARAMETER)
    @Retention(RetentionPolicy.RUNTIME)
    @Parameter(
            description = "Language of labels, choices, yes and no; read are both",
            schema =
                    @Schema(
                            allowableValues = {"zh", "en"},
                            defaultValue = "zh"))
    private @interface LanguageOfLabels {}

    /** Its body follows from the file, after the request has left the database. */
    private ResponseEntity<Void> zip(HttpServletRequest request, String name, Consumer<OutputStream> writing)
            throws IOException {
        request.setAttribute(AnswerFile.ATTRIBUTE, new AnswerFile(files.export(writing), ZIP, name + ".zip"));
        return ResponseEntity.ok().build();
    }
}
