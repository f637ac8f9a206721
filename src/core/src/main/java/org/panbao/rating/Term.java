package org.panbao.rating;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * How long cover runs: months alone, or the first and the last day, both insured.
 *
 * @param months whole months; null when the dates say
 * @param inception first day of cover; null when only the months are known
 * @param expiry last day of cover; null when only the months are known
 */
public record Term(
        @Nullable Integer months,
        @Nullable LocalDate inception,
        @Nullable LocalDate expiry) {

    private static final int YEAR_MONTHS = 12;
    private static final int MANY_MONTHS = 12_000; // more than anybody files

    /** A year, the term that every tariff has. */
    public static final Term YEAR = Term.ofMonths(YEAR_MONTHS);

    public static Term ofMonths(int months) {
        return new Term(months, null, null);
    }

    /** From the first insured day to the last; 1 March to 31 August is six months. */
    public static Term between(LocalDate inception, LocalDate expiry) {
        return new Term(null, inception, expiry);
    }

    /** Months that have begun, a begun month counting whole; zero or less when the dates cross. */
    public int monthsBegun() {
        if (months != null) {
            return months;
        }
        if (inception == null || expiry == null || expiry.isBefore(inception)) {
            return 0;
        }
        long apart = ChronoUnit.MONTHS.between(YearMonth.from(inception), YearMonth.from(expiry));
        if (apart > MANY_MONTHS) {
            return MANY_MONTHS;
        }
        int count = (int) apart;
        return startOfMonth(inception, count).isAfter(expiry) ? count : count + 1;
    }

    /** Whether the term ends with its last begun month. */
    boolean isWhole(int monthsBegun) {
        return inception == null
                || expiry == null
                || startOfMonth(inception, monthsBegun).equals(expiry.plusDays(1));
    }

    /** Exactly twelve months. */
    boolean isYear() {
        return monthsBegun() == YEAR_MONTHS && isWhole(YEAR_MONTHS);
    }

    /** Insured days, both ends counted; null when only months are known. */
    @Nullable
    Long days() {
        return inception == null || expiry == null ? null : ChronoUnit.DAYS.between(inception, expiry) + 1;
    }

    /** Last day of cover that begins on a day. */
    public LocalDate lastDay(LocalDate firstDay) {
        return expiry == null ? startOfMonth(firstDay, monthsBegun()).minusDays(1) : expiry;
    }

    /**
     * First day after {@code count} months of cover. Where the month has no such day, its last day still belongs to the
     * term: cover from 31 January runs one month to 28 February.
     */
    private static LocalDate startOfMonth(LocalDate inception, int count) {
        YearMonth month = YearMonth.from(inception).plusMonths(count);
        int day = inception.getDayOfMonth();
        return day <= month.lengthOfMonth()
                ? month.atDay(day)
                : month.plusMonths(1).atDay(1);
    }
}
