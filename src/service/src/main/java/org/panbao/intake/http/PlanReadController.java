package org.panbao.intake.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;
import org.panbao.base.TextCharacters;
import org.panbao.intake.check.CreditCode;
import org.panbao.intake.store.AnswerRow;
import org.panbao.intake.store.PlanAnswerStore;
import org.panbao.intake.store.PlanFilter;
import org.panbao.intake.store.PlanRevision;
import org.panbao.intake.store.PlanRow;
import org.panbao.intake.store.PlanStore;
import org.panbao.intake.store.RevisionRow;
import org.panbao.storage.Page;
import org.panbao.storage.PageRequest;
import org.panbao.storage.Revision;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reading plans: one's own, and those that others have granted. */
@RestController
@RequestMapping(path = "/api/v1/plans", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "plans")
final class PlanReadController {

    private final PlanStore store;
    private final PlanAnswerStore answers;
    private final ShownPlan shown;
    private final Clock clock;

    PlanReadController(PlanStore store, PlanAnswerStore answers, ShownPlan shown, Clock clock) {
        this.store = store;
        this.answers = answers;
        this.shown = shown;
        this.clock = clock;
    }

    /** Answers as they were known at a moment. */
    @Schema(name = "KnownAnswers")
    record KnownAnswers(UUID planId, Instant knownAt, List<AnswerRow> items) {}

    @Operation(summary = "Plans, newest first: one's own and those granted")
    @GetMapping
    Page<PlanRow> list(
            @Parameter(description = "Part of the policyholder's or the plan's name")
                    @RequestParam(required = false)
                    @Nullable
                    String name,
            @Parameter(description = "The policyholder's unified social credit code")
                    @RequestParam(required = false)
                    @Nullable
                    String code,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        requireFit("name", name);
        requireFit("code", code);
        PlanFilter filter = new PlanFilter(name, code == null ? null : CreditCode.normalise(code));
        PageRequest page = PageRequest.of("plans", 2, limit, cursor);
        return Page.of(store.list(filter, page), page, PlanFilter::key);
    }

    @Operation(
            summary = "A plan as filed: its newest revision, the one named, or the newest that was known at a moment")
    @GetMapping("/{planId}")
    ResponseEntity<PlanView> show(
            @PathVariable UUID planId,
            @RequestParam(required = false) @Nullable Integer revision,
            @Parameter(description = "What had come in by then; not together with revision")
                    @RequestParam(required = false)
                    @Nullable
                    Instant knownAt) {
        if (revision != null) {
            refuse("knownAt", knownAt != null);
        }
        PlanRevision found = find(planId, revision, knownAt).orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND));
        return ResponseEntity.ok().eTag(new Revision(found.revision()).etag()).body(shown.of(found));
    }

    private Optional<PlanRevision> find(UUID planId, @Nullable Integer revision, @Nullable Instant knownAt) {
        if (knownAt == null) {
            return store.findRevision(planId, revision);
        }
        refuse("knownAt", !PageRequest.isPlausible(knownAt));
        return store.findRevisionKnownAt(planId, knownAt);
    }

    @Operation(
            summary = "The answers of a plan as they were known at a moment",
            description =
                    "Each with the day as of which it holds and when it came in; empty before the first revision.")
    @GetMapping("/{planId}/answers")
    KnownAnswers answers(
            @PathVariable UUID planId,
            @Parameter(description = "Now when it is left out") @RequestParam(required = false) @Nullable
                    Instant knownAt) {
        if (store.findPlan(planId).isEmpty()) {
            throw new Problem(ProblemCode.NOT_FOUND);
        }
        Instant moment = knownAt == null ? clock.instant() : knownAt;
        refuse("knownAt", !PageRequest.isPlausible(moment));
        return new KnownAnswers(planId, moment, answers.knownAt(planId, moment));
    }

    @Operation(summary = "Revisions of a plan, oldest first")
    @GetMapping("/{planId}/revisions")
    Page<RevisionRow> revisions(
            @PathVariable UUID planId,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        if (store.findPlan(planId).isEmpty()) {
            throw new Problem(ProblemCode.NOT_FOUND);
        }
        PageRequest page = PageRequest.of("plan-revisions", 1, limit, cursor);
        int after = (int) Math.min(Math.max(page.afterNumber(), 0), Integer.MAX_VALUE);
        return Page.of(
                store.listRevisions(planId, after, page.fetch()),
                page,
                row -> List.of(Integer.toString(row.revision())));
    }

    private static void requireFit(String parameter, @Nullable String value) {
        refuse(parameter, value != null && !TextCharacters.areFit(value));
    }

    private static void refuse(String parameter, boolean unfit) {
        if (unfit) {
            throw new Problem(ProblemCode.INVALID_REQUEST, Map.of("parameter", parameter));
        }
    }
}
