package org.panbao.jobs.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Language;
import org.panbao.jobs.JobAnswer;
import org.panbao.jobs.JobResults;
import org.panbao.jobs.Jobs;
import org.panbao.jobs.csv.ErrorFile;
import org.panbao.storage.AnswerFile;
import org.panbao.storage.Page;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Watching and cancelling the jobs of one's own organisation. */
@RestController
@RequestMapping("/api/v1/jobs")
@Tag(name = "jobs")
final class JobController {

    private static final String CSV = "text/csv";

    private final Jobs jobs;
    private final JobResults results;
    private final ErrorFile errors;

    JobController(Jobs jobs, JobResults results, ErrorFile errors) {
        this.jobs = jobs;
        this.results = results;
        this.errors = errors;
    }

    @Operation(summary = "Jobs of the caller's organisation, newest first")
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    Page<JobAnswer> list(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return jobs.list(limit, cursor).map(JobAnswer::of);
    }

    @Operation(summary = "A job: its state, progress and counts")
    @GetMapping(path = "/{jobId}", produces = MediaType.APPLICATION_JSON_VALUE)
    JobAnswer show(@PathVariable UUID jobId) {
        return JobAnswer.of(jobs.load(jobId));
    }

    @Operation(
            summary = "Cancel a job",
            description = "One that waits ends at once, one at work before its next item; what was done before stays. "
                    + "Answers the job as it stands; does nothing to one that has ended.")
    @ApiResponse(responseCode = "200", description = "The job as it stands")
    @DeleteMapping(path = "/{jobId}", produces = MediaType.APPLICATION_JSON_VALUE)
    JobAnswer cancel(@PathVariable UUID jobId) {
        return JobAnswer.of(jobs.cancel(jobId));
    }

    @Operation(summary = "What became of each item so far, in the order of the input")
    @GetMapping(path = "/{jobId}/items", produces = MediaType.APPLICATION_JSON_VALUE)
    Page<ItemAnswer> items(
            @PathVariable UUID jobId,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return results.list(jobs.load(jobId), limit, cursor).map(ItemAnswer::of);
    }

    @Operation(
            summary = "Errors and warnings so far, by file, row and column",
            description = "CSV in UTF-8 with a byte order mark. What a spreadsheet would take for a formula has an "
                    + "apostrophe in front.")
    @ApiResponse(
            responseCode = "200",
            description = "The file",
            content = @Content(mediaType = CSV, schema = @Schema(type = "string")))
    @GetMapping(path = "/{jobId}/errors.csv", produces = CSV)
    ResponseEntity<Void> errors(
            @PathVariable UUID jobId,
            @Parameter(
                            description = "Language of the messages",
                            schema =
                                    @Schema(
                                            allowableValues = {"zh", "en"},
                                            defaultValue = "zh"))
                    @RequestParam(defaultValue = "zh")
                    String lang,
            @Parameter(hidden = true) HttpServletRequest request)
            throws IOException {
        Language language = Language.parse(lang);
        jobs.load(jobId);
        AnswerFile file =
                new AnswerFile(errors.make(jobId, language), CSV + ";charset=UTF-8", "errors-" + jobId + ".csv");
        request.setAttribute(AnswerFile.ATTRIBUTE, file);
        return ResponseEntity.ok().build();
    }
}
