package org.panbao.underwriting.http;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a filed tariff on its own is asked: covers, parameters, choices, term. Every number is plain text. */
@Schema(name = "PremiumRequest")
record PremiumBody(
        Map<String, Map<String, String>> covers,
        @Nullable Map<String, String> parameters,
        @Nullable Map<String, ChoiceBody> choices,
        @Nullable String term,
        @Nullable LocalDate inception,
        @Nullable LocalDate expiry,
        @Nullable String controlEffectivenessPercent,
        @Nullable Boolean useStandingChoices) {}
