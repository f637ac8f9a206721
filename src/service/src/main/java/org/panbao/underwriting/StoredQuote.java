package org.panbao.underwriting;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.panbao.quoting.Decision;

/**
 * A quote as kept.
 *
 * @param body the answer as it was given, JSON; never changed
 * @param events its history, oldest first; the last one gives the state
 */
public record StoredQuote(
        UUID id,
        UUID organisationId,
        UUID planId,
        int planRevision,
        String policyholderCode,
        String productId,
        String releaseDigest,
        Decision decision,
        @Nullable BigDecimal totalPremiumCny,
        @Nullable BigDecimal sumInsuredCny,
        LocalDate ratingDate,
        LocalDate expiresOn,
        Instant createdAt,
        String createdBy,
        String body,
        List<QuoteEvent> events) {

    private static final String SERVICE = "panbao";
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    public StoredQuote {
        events = List.copyOf(events);
    }

    /** The state on a day: an offer or an approval lapses after {@link #expiresOn}. */
    public QuoteState stateOn(LocalDate day) {
        QuoteState last = events.get(events.size() - 1).state();
        boolean lapses = last != QuoteState.DECLINED;
        return lapses && day.isAfter(expiresOn) ? QuoteState.EXPIRED : last;
    }

    /** The history on a day: what people did, and at its end that the quote lapsed, if it did. */
    public List<QuoteEvent> historyOn(LocalDate day) {
        if (stateOn(day) != QuoteState.EXPIRED) {
            return events;
        }
        List<QuoteEvent> history = new ArrayList<>(events);
        history.add(new QuoteEvent(
                events.size() + 1,
                QuoteState.EXPIRED,
                "LAPSE",
                SERVICE,
                SERVICE,
                expiresOn.plusDays(1).atStartOfDay(CHINA).toInstant(),
                null,
                Map.of()));
        return history;
    }

    /** The same quote with its history. */
    public StoredQuote withEvents(List<QuoteEvent> history) {
        return new StoredQuote(
                id,
                organisationId,
                planId,
                planRevision,
                policyholderCode,
                productId,
                releaseDigest,
                decision,
                totalPremiumCny,
                sumInsuredCny,
                ratingDate,
                expiresOn,
                createdAt,
                createdBy,
                body,
                history);
    }
}
