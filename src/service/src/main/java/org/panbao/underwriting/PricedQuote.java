package org.panbao.underwriting;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.panbao.access.Caller;
import org.panbao.access.Role;
import org.panbao.base.Finding;
import org.panbao.base.Problem;
import org.panbao.intake.PlanReading;
import org.panbao.quoting.AskedTerm;
import org.panbao.quoting.Assertion;
import org.panbao.quoting.AuthorityMatrix.Authority;
import org.panbao.quoting.Decision;
import org.panbao.quoting.QuoteDecider;
import org.panbao.quoting.QuoteInput;
import org.panbao.quoting.QuoteOutcome;
import org.panbao.quoting.QuoteSettings;
import org.panbao.quoting.ScheduleDeriver;
import org.panbao.rating.InputValue;
import org.panbao.rating.Term;
import org.panbao.rulebook.Rulebook;
import org.panbao.underwriting.answer.PremiumAnswer;
import org.panbao.underwriting.answer.QuoteBodies;
import org.panbao.underwriting.answer.QuoteBody;
import org.panbao.underwriting.answer.ScheduleBodies;

/** A quote as it was decided, whether or not anybody keeps it. Pure: the same circumstances give the same quote. */
record PricedQuote(Circumstances around, AskedTerm term, QuoteInput input, QuoteOutcome outcome, Rulebook rulebook) {

    /** Decides. Throws {@link Problem} when the product or the terms cannot be used. */
    static PricedQuote of(Circumstances around, QuoteRequest request, Rulebook rulebook) {
        var plan = around.plan();
        AskedTerm asked = AskedTerm.of(
                request.term(),
                request.inception(),
                plan.plan().need(),
                QuoteSettings.of(rulebook).startWindow(around.ratingDate()));
        ScheduleDeriver.Derived derived =
                ScheduleDeriver.derive(plan.plan(), around.ratingDate(), asked, rulebook.questions());
        AskedTerm term = asked.with(derived.findings());
        QuoteInput input = new QuoteInput(
                derived.profile(),
                request.productId(),
                around.caller().organisationCode(),
                dated(request.covers(), around.at()),
                datedValues(request.parameters(), around.at()),
                request.choices(),
                term.term(),
                authority(around.caller()),
                new Assertion(plan.recordedBy(), plan.recordedAt()),
                request.contract(),
                derived.insureds());
        return new PricedQuote(around, term, input, QuoteDecider.decide(input, rulebook), rulebook);
    }

    /** What a caller may decide alone. */
    static Authority authority(Caller caller) {
        return caller.role() == Role.UNDERWRITER_SENIOR ? Authority.SENIOR_UNDERWRITER : Authority.UNDERWRITER;
    }

    /** The premium with its tax; null when nothing was priced or a coefficient is open. */
    @Nullable
    BigDecimal totalCny() {
        return outcome.rating() == null || outcome.rating().vat() == null
                ? null
                : outcome.rating().vat().gross().amountCny();
    }

    /** The rate-basis record, before it is sealed. */
    Map<String, Object> record() {
        return RateBasisRecord.of(around, input, outcome, rulebook);
    }

    /** The answer. */
    QuoteBody body(UUID rateBasisId) {
        return new QuoteBody(
                around.quoteId(),
                outcome.decision(),
                QuoteBodies.reasons(outcome.reasons()),
                QuoteBodies.flags(outcome.assessment()),
                around.plan().planId(),
                around.plan().revision(),
                outcome.product().id(),
                new QuoteBody.FilingBody(
                        outcome.filing().reference(),
                        outcome.filing().insurer(),
                        outcome.product().sample()),
                rulebook.release().digest(),
                around.ratingDate().toString(),
                period(term.term()),
                text(term.inception()),
                text(term.term().expiry()),
                around.expiresOn(rulebook).toString(),
                QuoteBodies.score(outcome.assessment()),
                QuoteBodies.coverage(outcome.coverage()),
                QuoteBodies.biting(outcome.advice().biting()),
                premium(),
                ScheduleBodies.insureds(outcome.insureds()),
                QuoteBodies.contract(outcome),
                null,
                rulebook.reason("QUO-TECHNICAL"),
                QuoteBodies.conditions(outcome.conditions(), rulebook, around.ratingDate(), term.inception()),
                QuoteBodies.referral(outcome),
                warnings(),
                PlanReading.missing(around.plan().findingsInQuote()),
                rateBasisId);
    }

    private @Nullable PremiumAnswer premium() {
        boolean indicative = outcome.decision() == Decision.REFER;
        return outcome.rating() == null
                ? null
                : PremiumAnswer.of(outcome.rating(), indicative, outcome.sumInsuredCny());
    }

    private List<Finding> warnings() {
        List<Finding> warnings = new ArrayList<>(around.plan().findingsInQuote());
        warnings.addAll(term.warnings());
        warnings.addAll(outcome.inputChecks());
        warnings.addAll(outcome.warnings());
        if (outcome.rating() != null) {
            warnings.addAll(outcome.rating().warnings());
        }
        return warnings;
    }

    private static Map<String, Map<String, InputValue>> dated(
            Map<String, Map<String, InputValue>> covers, Instant now) {
        Map<String, Map<String, InputValue>> dated = new LinkedHashMap<>();
        covers.forEach((cover, values) -> dated.put(cover, datedValues(values, now)));
        return dated;
    }

    /** Values of a request, asserted now by who they say. */
    private static Map<String, InputValue> datedValues(Map<String, InputValue> values, Instant now) {
        Map<String, InputValue> dated = new LinkedHashMap<>();
        values.forEach((name, value) -> dated.put(
                name,
                new InputValue(
                        value.value(), value.unit(), value.source(), value.assertedBy(), now, value.defaulted())));
        return dated;
    }

    /** The term as asked for; null when it is a first and a last day. */
    private static @Nullable String period(Term term) {
        Integer months = term.months();
        return months == null ? null : Period.ofMonths(months).toString();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
