package org.panbao.quoting;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Finding;
import org.panbao.base.Messages;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;
import org.panbao.base.Severity;
import org.panbao.profile.Plan.Need;
import org.panbao.rating.Term;

/**
 * How long and from when cover is asked for: as the request says, else as the plan wants it, else a year from a day that
 * is still open.
 *
 * @param inception null while it is open
 * @param warnings what was noticed and not refused
 */
public record AskedTerm(Term term, @Nullable LocalDate inception, List<Finding> warnings) {

    private static final Messages MESSAGES = Messages.of(AskedTerm.class, "quoting");

    public AskedTerm {
        warnings = List.copyOf(warnings);
    }

    /**
     * Throws INVALID_REQUEST for a first day of the request that lies outside the window, and for a term of the plan
     * that cannot be counted. A first day that the plan wanted may have gone by since it was filed, or be too far off: it
     * is told, and left open.
     */
    public static AskedTerm of(
            @Nullable Term requestedTerm, @Nullable LocalDate requestedInception, Need need, StartWindow window) {
        if (requestedInception != null && !window.contains(requestedInception)) {
            throw refused(outside(Severity.ERROR, "/inception", requestedInception, window));
        }
        LocalDate planned = need.inception();
        boolean unfit = requestedInception == null && planned != null && !window.contains(planned);
        LocalDate inception = requestedInception != null || unfit ? requestedInception : planned;
        Term term = requestedTerm == null ? planned(need.term(), inception) : requestedTerm;
        List<Finding> warnings = unfit && planned != null
                ? List.of(outside(Severity.WARNING, "/plan/need/inception", planned, window))
                : List.of();
        return new AskedTerm(term, inception, warnings);
    }

    /** The same with findings on the dates of the insureds. */
    public AskedTerm with(List<Finding> more) {
        return new AskedTerm(
                term, inception, Stream.concat(warnings.stream(), more.stream()).toList());
    }

    /** First day of cover; null while it is open. */
    @Nullable
    LocalDate firstDay() {
        return term.inception() == null ? inception : term.inception();
    }

    /**
     * The days on which cover may begin.
     *
     * @param ratingDate the first of them
     * @param last the last of them: rates of today are not promised for a far future
     */
    public record StartWindow(LocalDate ratingDate, LocalDate last) {

        boolean contains(LocalDate day) {
            return !day.isBefore(ratingDate) && !day.isAfter(last);
        }
    }

    private static Term planned(@Nullable String text, @Nullable LocalDate inception) {
        if (text == null) {
            return Term.YEAR;
        }
        try {
            Period period = Period.parse(text);
            int months = Math.toIntExact(period.toTotalMonths());
            boolean whole = period.normalized().equals(Period.ofMonths(months).normalized());
            if (whole && months > 0) {
                return Term.ofMonths(months);
            }
            if (!whole && inception != null) {
                return Term.between(inception, inception.plus(period).minusDays(1));
            }
        } catch (DateTimeException | ArithmeticException e) {
            // refused below
        }
        throw refused(new Finding(
                Severity.ERROR,
                "/plan/need/term",
                "plan-term-unclear",
                MESSAGES.text("plan-term-unclear", Map.of("term", text))));
    }

    private static Finding outside(Severity severity, String pointer, LocalDate inception, StartWindow window) {
        String why = inception.isAfter(window.last()) ? "inception-far" : "inception-past";
        String key = severity == Severity.ERROR ? why : "planned-" + why;
        Map<String, String> values = Map.of(
                "inception",
                inception.toString(),
                "ratingDate",
                window.ratingDate().toString(),
                "last",
                window.last().toString());
        return new Finding(severity, pointer, key, MESSAGES.text(key, values));
    }

    private static Problem refused(Finding finding) {
        return new Problem(ProblemCode.INVALID_REQUEST, Map.of(), List.of(finding));
    }
}
