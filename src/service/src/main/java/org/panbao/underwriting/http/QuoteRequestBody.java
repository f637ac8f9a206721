package org.panbao.underwriting.http;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A question for a price: a stored plan or an inline one, a product, and what differs from what the plan asks for. */
@Schema(name = "QuoteRequest", example = QuoteRequestBody.EXAMPLE)
record QuoteRequestBody(
        @Nullable UUID planId,

        @Schema(description = "a plan, as for POST /api/v1/plans", implementation = Object.class) @Nullable
        JsonNode plan,

        String productId,
        @Nullable Map<String, Map<String, String>> covers,
        @Nullable Map<String, String> parameters,

        @Schema(
                description = "By coefficient, or COEFFICIENT@COVER for one cover alone. A choice for a "
                        + "coefficient counts for the covers whose filed row is a range; a cover on a row of a "
                        + "single value keeps it. It is refused outside a range, or when it fits no cover.")
        @Nullable
        Map<String, ChoiceBody> choices,

        @Nullable LocalDate ratingDate,
        @Nullable LocalDate inception,
        @Nullable LocalDate expiry,
        @Nullable String term) {

    static final String EXAMPLE = """
            {"planId": "0195c5a2-7d1e-4c3b-9a44-6f2f8f1f4a10", "productId": "sample-a", "term": "P12M",
             "choices": {"CHANNEL": {"value": "0.9", "reason": "direct business"}}}
            """;
}
