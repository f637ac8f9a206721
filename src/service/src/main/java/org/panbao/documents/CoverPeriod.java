package org.panbao.documents;

import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;
import org.panbao.rating.Term;
import org.panbao.underwriting.answer.QuoteBody;

/**
 * When the cover of a quote runs, with the day that follows from the others.
 *
 * @param months whole months as asked for; null when the two days say
 * @param firstDay null while it is open
 * @param lastDay null while the first day is open
 */
public record CoverPeriod(
        @Nullable Integer months,
        @Nullable String firstDay,
        @Nullable String lastDay) {

    /** The period of an answered quote. */
    public static CoverPeriod of(QuoteBody answer) {
        String term = answer.term();
        Integer months =
                term == null ? null : Math.toIntExact(Period.parse(term).toTotalMonths());
        String last = answer.expiry();
        if (last == null && months != null && answer.inception() != null) {
            last = Term.ofMonths(months)
                    .lastDay(LocalDate.parse(answer.inception()))
                    .toString();
        }
        return new CoverPeriod(months, answer.inception(), last);
    }
}
