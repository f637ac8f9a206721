package org.panbao.quoting;

import java.time.LocalDate;
import java.util.List;
import org.panbao.quoting.AskedTerm.StartWindow;
import org.panbao.rulebook.CsvTable;
import org.panbao.rulebook.Faults;
import org.panbao.rulebook.Rulebook;

/** What a release says of quotes themselves ({@code rules/rating/quote-settings.csv}). */
public record QuoteSettings(int validDays, int inceptionWithinDays) {

    private static final List<String> KNOWN = List.of("VALID_DAYS", "INCEPTION_WITHIN_DAYS");

    /** Those of a rulebook. */
    public static QuoteSettings of(Rulebook rulebook) {
        return rulebook.view(QuoteSettings.class, QuoteSettings::read);
    }

    /** The days on which cover may begin that is rated on this day. */
    public StartWindow startWindow(LocalDate ratingDate) {
        return new StartWindow(ratingDate, ratingDate.plusDays(inceptionWithinDays));
    }

    private static QuoteSettings read(Rulebook rulebook) {
        CsvTable table = rulebook.table("rules/rating/quote-settings.csv");
        Faults faults = new Faults();
        faults.rows(table, row -> {
            if (!KNOWN.contains(row.id())) {
                throw row.fault("nothing reads '" + row.id() + "'; known are " + KNOWN);
            }
            row.whole("value");
        });
        faults.throwIfAny(table.path());
        return new QuoteSettings(
                table.loadById(KNOWN.get(0)).whole("value"),
                table.loadById(KNOWN.get(1)).whole("value"));
    }
}
