package org.panbao.underwriting.request;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A question for a price: a stored plan or an inline one, a product, and what differs from what the plan asks for. */
@Schema(name = "QuoteRequest")
public record QuoteRequestBody(
        @Nullable UUID planId,

        @Schema(description = "a plan, as for POST /api/v1/plans", implementation = Object.class) @Nullable
        JsonNode plan,

        String productId,
        @Nullable Map<String, Map<String, String>> covers,
        @Nullable Map<String, String> parameters,

        @Schema(
                description = "By coefficient, or COEFFICIENT@COVER for one cover alone; #INSURED behind either "
                        + "for one insured of a schedule alone. A choice for a "
                        + "coefficient counts for the covers whose filed row is a range; a cover on a row of a "
                        + "single value keeps it. It is refused outside a range, or when it fits no cover.")
        @Nullable
        Map<String, ChoiceBody> choices,

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
        List<String> specialAgreements) {}
