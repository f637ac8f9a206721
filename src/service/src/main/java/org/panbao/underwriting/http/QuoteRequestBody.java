package org.panbao.underwriting.http;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
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
        @Nullable Map<String, ChoiceBody> choices,
        @Nullable LocalDate ratingDate,
        @Nullable LocalDate inception,
        @Nullable LocalDate expiry,
        @Nullable String term,

        @Schema(description = "every insurer with its share, the quoting one among them; left out when it is alone")
        @Nullable
        List<CoInsurerBody> coInsurance,

        @Schema(description = "reinsurance arranged for this risk alone", example = "50000000.00") @Nullable
        String reinsuranceCapacityCny,

        @Schema(description = "cover starts only once the premium was received; left out to take what was filed")
        @Nullable
        Boolean premiumBeforeCover,

        @Schema(description = "lines of the special agreements, at most 20 of 2,000 characters") @Nullable
        List<String> specialAgreements) {

    static final String EXAMPLE = """
            {"planId": "0195c5a2-7d1e-4c3b-9a44-6f2f8f1f4a10", "productId": "sample-a", "term": "P12M",
             "choices": {"CHANNEL": {"value": "0.9", "reason": "direct business"}},
             "coInsurance": [{"insurer": "demo-insurer-1", "sharePercent": "60", "lead": true},
                             {"insurer": "demo-insurer-2", "sharePercent": "40", "lead": false}],
             "reinsuranceCapacityCny": "50000000.00", "premiumBeforeCover": true,
             "specialAgreements": ["Cover starts once the offline backup was shown to restore."]}
            """;
}
