package org.panbao.intake.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.SchemaProperty;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.panbao.intake.csv.DeclaredCharset;
import org.panbao.intake.imports.FileImport;
import org.panbao.jobs.Job;
import org.panbao.jobs.JobAnswer;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Importing plans from a file: a few within the request, many as a job. */
@RestController
@RequestMapping("/api/v1/plans")
@Tag(name = "plans")
final class PlanImportController {

    private final FileImport imports;

    PlanImportController(FileImport imports) {
        this.imports = imports;
    }

    @Operation(
            summary = "Import plans from a CSV file or a zip of CSV files",
            description = "Each plan stands for itself: one with an error is not stored and does not keep the others "
                    + "from it. A file that cannot be read as a whole is refused. A file of many plans becomes a job.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                            schemaProperties =
                                    @SchemaProperty(
                                            name = "file",
                                            schema = @Schema(type = "string", format = "binary"))))
    @ApiResponse(
            responseCode = "200",
            description = "Read; nothing was stored, because this is a dry run or no plan is without error",
            content = @Content(schema = @Schema(implementation = ImportAnswer.class)))
    @ApiResponse(
            responseCode = "201",
            description = "Read; the plans without error are stored",
            content = @Content(schema = @Schema(implementation = ImportAnswer.class)))
    @ApiResponse(
            responseCode = "202",
            description = "A job was begun; Location leads to it",
            content = @Content(schema = @Schema(implementation = JobAnswer.class)))
    @PostMapping(
            path = "/import",
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> importFile(
            @Parameter(description = "Read without storing") @RequestParam(defaultValue = "false") boolean dryRun,
            @Parameter(description = "A job, however few plans the file has") @RequestParam(defaultValue = "false")
                    boolean async,
            @Parameter(
                            description = "Charset of the file, or of all files in the zip; found out without it",
                            schema = @Schema(allowableValues = {"utf-8", "gb18030", "gbk", "gb2312"}))
                    @RequestParam(required = false)
                    @Nullable
                    String charset,
            @Parameter(hidden = true) HttpServletRequest request)
            throws IOException, ServletException {
        FileImport.Wish wish = new FileImport.Wish(dryRun, async, DeclaredCharset.parse(charset));
        Part part = UploadedPart.of(request);
        try (InputStream bytes = part.getInputStream()) {
            FileImport.Result result = imports.take(bytes, part.getSubmittedFileName(), wish);
            Job job = result.job();
            return job == null ? answer(dryRun, result) : begun(job);
        }
    }

    private static ResponseEntity<JobAnswer> begun(Job job) {
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/jobs/" + job.id()))
                .body(JobAnswer.of(job));
    }

    private static ResponseEntity<ImportAnswer> answer(boolean dryRun, FileImport.Result result) {
        boolean stored = result.outcomes().stream().anyMatch(outcome -> outcome.planId() != null);
        return ResponseEntity.status(stored ? HttpStatus.CREATED : HttpStatus.OK)
                .body(ImportAnswer.of(dryRun, result));
    }
}
