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
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.panbao.access.Caller;
import org.panbao.access.CurrentCaller;
import org.panbao.intake.csv.DeclaredCharset;
import org.panbao.intake.csv.ImportedPlan;
import org.panbao.intake.csv.ImportedPlans;
import org.panbao.intake.csv.PlanFiles;
import org.panbao.intake.imports.FileFaults;
import org.panbao.intake.imports.ImportOutcome;
import org.panbao.intake.imports.ImportSettings;
import org.panbao.intake.imports.PlanImport;
import org.panbao.intake.imports.PlanImportWork;
import org.panbao.jobs.Job;
import org.panbao.jobs.JobAnswer;
import org.panbao.jobs.Jobs;
import org.panbao.storage.TemporaryFiles;
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

    private final PlanFiles planFiles;
    private final PlanImport imports;
    private final FileFaults faults;
    private final ImportSettings settings;
    private final Jobs jobs;
    private final CurrentCaller caller;
    private final TemporaryFiles files;

    PlanImportController(
            PlanFiles planFiles,
            PlanImport imports,
            FileFaults faults,
            ImportSettings settings,
            Jobs jobs,
            CurrentCaller caller,
            TemporaryFiles files) {
        this.planFiles = planFiles;
        this.imports = imports;
        this.faults = faults;
        this.settings = settings;
        this.jobs = jobs;
        this.caller = caller;
        this.files = files;
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
        Charset declared = DeclaredCharset.parse(charset);
        try (UploadedFile file = UploadedFile.of(request, files);
                ImportedPlans plans = planFiles.open(file.path(), file.name(), declared)) {
            faults.refuse(plans);
            return async || plans.count() > settings.atOnce()
                    ? submit(file, PlanImportWork.parameters(file.name(), file.sha256(), dryRun, declared))
                    : fileAll(plans, dryRun);
        }
    }

    private ResponseEntity<JobAnswer> submit(UploadedFile file, Map<String, String> parameters) {
        Job job = jobs.submit(PlanImportWork.KIND, parameters, file.path());
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/jobs/" + job.id()))
                .body(JobAnswer.of(job));
    }

    private ResponseEntity<ImportAnswer> fileAll(ImportedPlans plans, boolean dryRun) {
        Caller owner = caller.require();
        List<ImportOutcome> outcomes = new ArrayList<>();
        for (ImportedPlan plan : plans) {
            outcomes.add(imports.file(owner, plan, dryRun));
        }
        boolean stored = outcomes.stream().anyMatch(outcome -> outcome.planId() != null);
        return ResponseEntity.status(stored ? HttpStatus.CREATED : HttpStatus.OK)
                .body(ImportAnswer.of(dryRun, plans.findings(), outcomes));
    }
}
