package org.panbao.underwriting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.panbao.quoting.Decision;

class StoredQuoteTest {

    private static final LocalDate LAST_DAY = LocalDate.of(2026, 12, 31);

    @Test
    void anOfferStandsToTheEndOfItsLastDay() {
        StoredQuote offer = quote(QuoteState.OFFERED);

        assertThat(offer.stateOn(LAST_DAY)).isEqualTo(QuoteState.OFFERED);
        assertThat(offer.historyOn(LAST_DAY)).extracting(QuoteEvent::action).containsExactly("PRICED");
    }

    @Test
    void anOfferLapsesAtTheFirstMomentOfTheNextDayInChina() {
        StoredQuote offer = quote(QuoteState.OFFERED);

        assertThat(offer.stateOn(LAST_DAY.plusDays(1))).isEqualTo(QuoteState.EXPIRED);
        QuoteEvent last = offer.historyOn(LAST_DAY.plusDays(1)).get(1);
        assertThat(last.action()).isEqualTo("LAPSE");
        assertThat(last.state()).isEqualTo(QuoteState.EXPIRED);
        assertThat(last.at()).isEqualTo(Instant.parse("2026-12-31T16:00:00Z"));
    }

    @Test
    void anApprovalAndAnOpenReferralLapseToo() {
        assertThat(quote(QuoteState.APPROVED).stateOn(LAST_DAY.plusDays(1))).isEqualTo(QuoteState.EXPIRED);
        assertThat(quote(QuoteState.REFERRED).stateOn(LAST_DAY.plusDays(1))).isEqualTo(QuoteState.EXPIRED);
    }

    @Test
    void aRefusalDoesNotLapse() {
        StoredQuote declined = quote(QuoteState.DECLINED);

        assertThat(declined.stateOn(LAST_DAY.plusYears(1))).isEqualTo(QuoteState.DECLINED);
        assertThat(declined.historyOn(LAST_DAY.plusYears(1))).hasSize(1);
    }

    private static StoredQuote quote(QuoteState state) {
        Instant at = Instant.parse("2026-12-01T01:00:00Z");
        return new StoredQuote(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                1,
                "code",
                "sample-a",
                "digest",
                Decision.ACCEPT,
                null,
                null,
                LocalDate.of(2026, 12, 1),
                LAST_DAY,
                at,
                "actor",
                "{}",
                List.of(new QuoteEvent(1, state, "PRICED", "actor", "insurer", at, null, Map.of())));
    }
}
