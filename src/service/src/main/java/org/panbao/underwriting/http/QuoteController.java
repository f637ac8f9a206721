package org.panbao.underwriting.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.panbao.access.CurrentCaller;
import org.panbao.rulebook.WhyNot;
import org.panbao.storage.Page;
import org.panbao.underwriting.QuoteFilter;
import org.panbao.underwriting.QuoteService;
import org.panbao.underwriting.Quotes;
import org.panbao.underwriting.Referrals;
import org.panbao.underwriting.Replay;
import org.panbao.underwriting.StoredQuote;
import org.panbao.underwriting.request.QuoteRequestBody;
import org.panbao.underwriting.request.QuoteRequestReader;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Quotes: ask, read, refer, replay. */
@RestController
@RequestMapping(path = "/api/v1/quotes", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "quotes")
final class QuoteController {

    private final QuoteService quotes;
    private final Referrals referrals;
    private final Replay replay;
    private final Quotes kept;
    private final CurrentCaller callers;
    private final Clock clock;

    QuoteController(
            QuoteService quotes, Referrals referrals, Replay replay, Quotes kept, CurrentCaller callers, Clock clock) {
        this.quotes = quotes;
        this.referrals = referrals;
        this.replay = replay;
        this.kept = kept;
        this.callers = callers;
        this.clock = clock;
    }

    @Operation(
            summary = "Ask for a quote",
            description =
                    "Decision, score with reasons, suggested cover, premium for each cover, rate basis. An inline "
                            + "plan is stored with the quote. A decline is an answer (201) like any other.")
    @ApiResponse(
            responseCode = "201",
            description = "The quote",
            content = @Content(schema = @Schema(implementation = QuoteDocument.class)))
    @ApiResponse(responseCode = "404", ref = "#/components/responses/Problem404")
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<JsonNode> quote(@RequestBody QuoteRequestBody body) {
        StoredQuote quote = quotes.quote(QuoteRequestReader.read(body, callers.require()));
        return ResponseEntity.created(URI.create("/api/v1/quotes/" + quote.id()))
                .eTag(QuoteView.etag(quote))
                .body(QuoteView.whole(quote, today()));
    }

    @Operation(summary = "List quotes, newest first")
    @ApiResponse(responseCode = "200", description = "One page")
    @GetMapping
    Page<QuoteLine> list(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable UUID planId) {
        QuoteFilter ofPlan = new QuoteFilter(planId, null, null, null, null);
        return kept.list(ofPlan, Quotes.page(limit, cursor)).map(row -> QuoteLine.of(row.quote(), today()));
    }

    @Operation(summary = "Read a quote with its state and history")
    @ApiResponse(
            responseCode = "200",
            description = "The quote as it was answered, its state and its history",
            content = @Content(schema = @Schema(implementation = QuoteDocument.class)))
    @GetMapping("/{quoteId}")
    ResponseEntity<JsonNode> get(@PathVariable UUID quoteId) {
        StoredQuote quote = kept.load(quoteId);
        return ResponseEntity.ok().eTag(QuoteView.etag(quote)).body(QuoteView.whole(quote, today()));
    }

    @Operation(
            summary = "Decide a quote again from its rate basis",
            description = "From the archived release and the stored facts; nothing of today plays a part.")
    @ApiResponse(responseCode = "200", description = "Whether it is identical, and where it differs")
    @PostMapping("/{quoteId}/replay")
    Replay.Result replay(@PathVariable UUID quoteId) {
        return replay.replay(quoteId);
    }

    @Operation(
            summary = "Why a rule did not fire",
            description = "Worked out from the stored facts and the archived release; takes about a second.")
    @ApiResponse(responseCode = "200", description = "The first condition that no fact met")
    @GetMapping("/{quoteId}/why-not/{ruleId}")
    WhyNot whyNot(@PathVariable UUID quoteId, @PathVariable String ruleId) {
        return replay.whyNot(quoteId, ruleId);
    }

    @Operation(
            summary = "Decide a referred quote",
            description = "Approve, decline or ask for information, with a reason.")
    @ApiResponse(
            responseCode = "200",
            description = "The quote with its new state",
            content = @Content(schema = @Schema(implementation = QuoteDocument.class)))
    @PostMapping(path = "/{quoteId}/referral", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<JsonNode> refer(
            @PathVariable UUID quoteId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ReferralBody body) {
        StoredQuote quote = referrals.act(quoteId, ifMatch, body.action(), body.reason());
        return ResponseEntity.ok().eTag(QuoteView.etag(quote)).body(QuoteView.whole(quote, today()));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
