package org.panbao.quoting;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
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
     * Throws INVALID_REQUEST for a first day before the rating date in the request, and for a term of the plan that
     * cannot be counted. A first day that the plan wanted may have gone by since it was filed: it is told, and left open.
     */
    public static AskedTerm of(
            @Nullable Term requestedTerm, @Nullable LocalDate requestedInception, Need need, LocalDate ratingDate) {
        if (requestedInception != null && requestedInception.isBefore(ratingDate)) {
            throw refused(past(Severity.ERROR, "/inception", requestedInception, ratingDate));
        }
        LocalDate planned = need.inception();
        boolean gone = requestedInception == null && planned != null && planned.isBefore(ratingDate);
        LocalDate inception = requestedInception != null || gone ? requestedInception : planned;
        Term term = requestedTerm == null ? planned(need.term(), inception) : requestedTerm;
        List<Finding> warnings = gone && planned != null
                ? List.of(past(Severity.WARNING, "/plan/need/inception", planned, ratingDate))
                : List.of();
        return new AskedTerm(term, inception, warnings);
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

    private static Finding past(Severity severity, String pointer, LocalDate inception, LocalDate ratingDate) {
        String key = severity == Severity.ERROR ? "inception-past" : "planned-inception-past";
        Map<String, String> values = Map.of("inception", inception.toString(), "ratingDate", ratingDate.toString());
        return new Finding(severity, pointer, key, MESSAGES.text(key, values));
    }

    private static Problem refused(Finding finding) {
        return new Problem(ProblemCode.INVALID_REQUEST, Map.of(), List.of(finding));
    }
}
