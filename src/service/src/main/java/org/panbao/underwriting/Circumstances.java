package org.panbao.underwriting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.panbao.access.Caller;
import org.panbao.intake.StoredPlan;
import org.panbao.quoting.QuoteSettings;
import org.panbao.rulebook.Rulebook;

/**
 * What stands around a decision.
 *
 * @param lookFrom the day on which the rates are looked at
 * @param build version of the program
 */
record Circumstances(
        UUID quoteId,
        Caller caller,
        StoredPlan plan,
        LocalDate ratingDate,
        LocalDate lookFrom,
        Instant at,
        String build) {

    /** Until when the price stands, and with it every override. */
    LocalDate expiresOn(Rulebook rulebook) {
        return expiresOn(lookFrom, rulebook);
    }

    /** Until when a price of this day stands. */
    static LocalDate expiresOn(LocalDate lookFrom, Rulebook rulebook) {
        return lookFrom.plusDays(QuoteSettings.of(rulebook).validDays());
    }
}
