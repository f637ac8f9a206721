package org.panbao.underwriting.http;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A question for a price: a stored plan or an inline one, a product, and what differs from what the plan asks for. */
@Schema(name = "QuoteRequest")
record QuoteRequestBody(
        @Nullable UUID planId,

        @Schema(description = "a plan, as for POST /api/v1/plans", implementation = Object.class) @Nullable
        JsonNode plan,

        String productId,
        @Nullable Map<String, Map<String, String>> covers,
        @Nullable Map<String, String> parameters,
        @Nullable Map<String, ChoiceBody> choices,
        @Nullable LocalDate ratingDate,
        @Nullable LocalDate inception,
        @Nullable LocalDate expiry,
        @Nullable String term) {}
