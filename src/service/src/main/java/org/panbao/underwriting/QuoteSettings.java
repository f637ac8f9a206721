package org.panbao.underwriting;

import org.panbao.rulebook.CsvTable;
import org.panbao.rulebook.Rulebook;

/** What a release says of quotes themselves ({@code rules/rating/quote-settings.csv}). */
record QuoteSettings(int validDays) {

    static QuoteSettings of(Rulebook rulebook) {
        return rulebook.view(QuoteSettings.class, QuoteSettings::read);
    }

    private static QuoteSettings read(Rulebook rulebook) {
        CsvTable table = rulebook.table("rules/rating/quote-settings.csv");
        return new QuoteSettings(table.loadById("VALID_DAYS").decimal("value").intValueExact());
    }
}
