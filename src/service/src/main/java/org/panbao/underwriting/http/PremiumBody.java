package org.panbao.underwriting.http;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a filed tariff on its own is asked: covers, parameters, choices, term. Every number is plain text. */
@Schema(name = "PremiumRequest", example = PremiumBody.EXAMPLE)
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
        @Nullable Boolean useStandingChoices) {

    static final String EXAMPLE = """
            {"covers": {"CYBER": {"limit": "1000000"}},
             "parameters": {"perEventLimit": "100000", "annualRevenue": "50000000", "industry": "C",
                            "lossRatioPercent": "60"},
             "choices": {"RISK_MANAGEMENT": {"value": "1.0", "reason": "average controls"},
                         "LOSS_RATIO": {"value": "1.0", "reason": "upper end of the row"}},
             "term": "P12M"}
            """;
}
