package org.panbao.underwriting.http;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.panbao.underwriting.request.ChoiceBody;

/** What a filed tariff on its own is asked: covers, parameters, choices, term. Every number is plain text. */
@Schema(name = "PremiumRequest")
record PremiumBody(
        Map<String, Map<String, String>> covers,
        @Nullable Map<String, String> parameters,

        @Schema(
                description = "By coefficient, or COEFFICIENT@COVER for one cover alone. A choice for a "
                        + "coefficient counts for the covers whose filed row is a range; a cover on a row of a "
                        + "single value keeps it. It is refused outside a range, or when it fits no cover.")
        @Nullable
        Map<String, ChoiceBody> choices,

        @Nullable String term,
        @Nullable LocalDate inception,
        @Nullable LocalDate expiry,
        @Nullable String controlEffectivenessPercent,
        @Nullable Boolean useStandingChoices) {}
