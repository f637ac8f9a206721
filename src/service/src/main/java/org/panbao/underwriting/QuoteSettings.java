package org.panbao.underwriting;

import java.time.LocalDate;
import org.panbao.quoting.AskedTerm.StartWindow;
import org.panbao.rulebook.CsvTable;
import org.panbao.rulebook.Rulebook;

/** What a release says of quotes themselves ({@code rules/rating/quote-settings.csv}). */
record QuoteSettings(int validDays, int inceptionWithinDays) {

    static QuoteSettings of(Rulebook rulebook) {
        return rulebook.view(QuoteSettings.class, QuoteSettings::read);
    }

    /** The days on which cover may begin that is rated on this day. */
    StartWindow startWindow(LocalDate ratingDate) {
        return new StartWindow(ratingDate, ratingDate.plusDays(inceptionWithinDays));
    }

    private static QuoteSettings read(Rulebook rulebook) {
        CsvTable table = rulebook.table("rules/rating/quote-settings.csv");
        return new QuoteSettings(days(table, "VALID_DAYS"), days(table, "INCEPTION_WITHIN_DAYS"));
    }

    private static int days(CsvTable table, String id) {
        return table.loadById(id).decimal("value").intValueExact();
    }
}
