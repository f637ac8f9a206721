package org.panbao.underwriting.http;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.panbao.underwriting.QuoteEvent;
import org.panbao.underwriting.QuoteState;
import org.panbao.underwriting.answer.QuoteBody;

/**
 * A quote as it is shown: the answer as it was given, and what became of it. It is written by {@link QuoteView}, because
 * the answer is kept as text; this is its description.
 */
@Schema(name = "Quote", allOf = QuoteBody.class)
record QuoteDocument(
        QuoteState state,
        @Schema(example = "2026-12-01T08:30:00Z") String createdAt,
        @Schema(example = "demo-insurer-1.insurer") String createdBy,
        List<Event> history) {

    /** One step in the life of a quote. */
    @Schema(name = "QuoteEvent")
    record Event(
            int seq,
            QuoteState state,
            @Schema(example = "APPROVE") String action,
            String by,
            @Schema(example = "underwriter-senior") String role,
            @Schema(example = "2026-12-01T08:30:00Z") String at,
            @Nullable String reason,

            @Schema(description = "Authority needed and held, for an approval")
            Map<String, String> detail) {

        static Event of(QuoteEvent event) {
            return new Event(
                    event.seq(),
                    event.state(),
                    event.action(),
                    event.actor(),
                    event.role(),
                    event.at().toString(),
                    event.reason(),
                    event.detail());
        }
    }
}
