package org.panbao.underwriting.http;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.panbao.quoting.Decision;
import org.panbao.underwriting.QuoteState;
import org.panbao.underwriting.StoredQuote;

/** A quote as it is listed. */
@Schema(name = "QuoteLine")
record QuoteLine(
        UUID quoteId,
        UUID planId,
        int planRevision,
        @Schema(example = "sample-a") String productId,
        Decision decision,
        QuoteState state,
        @Schema(example = "12345.67") @Nullable String totalPremium,
        @Schema(example = "2026-12-01") String ratingDate,
        @Schema(example = "2026-12-31") String expiresOn,
        @Schema(example = "2026-12-01T08:30:00Z") String createdAt) {

    static QuoteLine of(StoredQuote quote, LocalDate today) {
        return new QuoteLine(
                quote.id(),
                quote.planId(),
                quote.planRevision(),
                quote.productId(),
                quote.decision(),
                quote.stateOn(today),
                quote.totalPremiumCny() == null ? null : quote.totalPremiumCny().toPlainString(),
                quote.ratingDate().toString(),
                quote.expiresOn().toString(),
                quote.createdAt().toString());
    }
}
