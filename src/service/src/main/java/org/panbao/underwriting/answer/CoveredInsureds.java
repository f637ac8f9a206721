package org.panbao.underwriting.answer;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.panbao.profile.Plan;
import org.panbao.profile.Plan.Insured;
import org.panbao.quoting.AskedTerm;
import org.panbao.quoting.ScheduleDeriver;
import org.panbao.rating.Term;

/** Whom of a plan a quote covers. */
public final class CoveredInsureds {

    private CoveredInsureds() {}

    /** Those of the answer's schedule; without one, whoever of the plan is insured in the term that was quoted. */
    public static List<Insured> of(QuoteBody answer, Plan plan) {
        if (answer.insureds().isEmpty()) {
            return ScheduleDeriver.insured(plan, LocalDate.parse(answer.ratingDate()), quoted(answer));
        }
        List<String> ids = answer.insureds().stream()
                .map(QuoteBody.ScheduledInsuredBody::insuredId)
                .toList();
        return plan.insureds().stream()
                .filter(insured -> ids.contains(insured.insuredId()))
                .toList();
    }

    private static AskedTerm quoted(QuoteBody answer) {
        LocalDate inception = date(answer.inception());
        LocalDate expiry = date(answer.expiry());
        String months = answer.term();
        Term term = inception != null && expiry != null
                ? Term.between(inception, expiry)
                : months == null
                        ? Term.YEAR
                        : Term.ofMonths((int) Period.parse(months).toTotalMonths());
        return new AskedTerm(term, inception, List.of());
    }

    private static @Nullable LocalDate date(@Nullable String day) {
        return day == null ? null : LocalDate.parse(day);
    }
}
