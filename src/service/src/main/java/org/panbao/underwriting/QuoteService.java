package org.panbao.underwriting;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.panbao.access.Caller;
import org.panbao.access.CurrentCaller;
import org.panbao.access.GrantPurpose;
import org.panbao.access.Role;
import org.panbao.audit.AuditLog;
import org.panbao.base.Finding;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;
import org.panbao.intake.PlanIntake;
import org.panbao.intake.PlanReading;
import org.panbao.intake.Plans;
import org.panbao.intake.StoredPlan;
import org.panbao.quoting.AskedTerm;
import org.panbao.quoting.Assertion;
import org.panbao.quoting.AuthorityMatrix.Authority;
import org.panbao.quoting.ChoiceOverride;
import org.panbao.quoting.Decision;
import org.panbao.quoting.QuoteDecider;
import org.panbao.quoting.QuoteInput;
import org.panbao.quoting.QuoteOutcome;
import org.panbao.quoting.ScheduleDeriver;
import org.panbao.ratebasis.RateBases;
import org.panbao.ratebasis.StoredRateBasis;
import org.panbao.rating.InputValue;
import org.panbao.rating.Term;
import org.panbao.releases.Releases;
import org.panbao.rulebook.Rulebook;
import org.panbao.underwriting.answer.PremiumAnswer;
import org.panbao.underwriting.answer.QuoteBodies;
import org.panbao.underwriting.answer.QuoteBody;
import org.panbao.underwriting.answer.ScheduleBodies;
import org.panbao.underwriting.store.JdbcQuoteStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Prices a plan once: reads it, decides, and keeps quote, rate basis and audit entry in the request's transaction. */
@Component
public class QuoteService {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final Plans plans;
    private final PlanIntake intake;
    private final Releases releases;
    private final RateBases rateBases;
    private final JdbcQuoteStore store;
    private final CurrentCaller callers;
    private final AuditLog audit;
    private final Clock clock;
    private final String build;

    QuoteService(
            Plans plans,
            PlanIntake intake,
            Releases releases,
            RateBases rateBases,
            JdbcQuoteStore store,
            CurrentCaller callers,
            AuditLog audit,
            Clock clock,
            ObjectProvider<BuildProperties> build) {
        this.plans = plans;
        this.intake = intake;
        this.releases = releases;
        this.rateBases = rateBases;
        this.store = store;
        this.callers = callers;
        this.audit = audit;
        this.clock = clock;
        BuildProperties properties = build.getIfAvailable();
        String version = properties == null ? "development" : String.valueOf(properties.getVersion());
        this.build = version + "; Drools " + Rulebook.engineVersion() + "; JDK "
                + Runtime.version().feature();
    }

    /** Decides and keeps a quote. Throws {@link Problem} when the plan, the product or the terms cannot be used. */
    public StoredQuote quote(QuoteRequest request) {
        Caller caller = callers.require();
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, clock.getZone());
        LocalDate ratingDate = request.ratingDate() == null ? today : request.ratingDate();
        Rulebook rulebook = releases.live(ratingDate, today);
        StoredPlan plan = plan(request);
        AskedTerm asked = AskedTerm.of(
                request.term(),
                request.inception(),
                plan.plan().need(),
                QuoteSettings.of(rulebook).startWindow(ratingDate));
        ScheduleDeriver.Derived derived = ScheduleDeriver.derive(plan.plan(), ratingDate, asked, rulebook.questions());
        AskedTerm term = asked.with(derived.findings());
        QuoteInput input = new QuoteInput(
                derived.profile(),
                request.productId(),
                caller.organisationCode(),
                dated(request.covers(), now),
                datedValues(request.parameters(), now),
                request.choices(),
                term.term(),
                authority(caller),
                new Assertion(plan.recordedBy(), plan.recordedAt()),
                request.contract(),
                derived.insureds());
        QuoteOutcome outcome = QuoteDecider.decide(input, rulebook);
        UUID quoteId = UUID.randomUUID();
        var around = new RateBasisRecord.Circumstances(quoteId, caller, plan, ratingDate, today, now, build);
        UUID rateBasisId = UUID.randomUUID();
        StoredQuote quote = stored(around, term, outcome, rulebook, rateBasisId);
        store.add(quote);
        StoredRateBasis basis =
                rateBases.keep(rateBasisId, quoteId, RateBasisRecord.of(around, input, outcome, rulebook));
        trace(quote, basis);
        outcome.overrides().forEach(override -> trace(quoteId, override));
        return quote;
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

    /** What a caller may decide alone. */
    static Authority authority(Caller caller) {
        return caller.role() == Role.UNDERWRITER_SENIOR ? Authority.SENIOR_UNDERWRITER : Authority.UNDERWRITER;
    }

    private StoredPlan plan(QuoteRequest request) {
        if (request.planId() != null) {
            return plans.load(request.planId(), null, GrantPurpose.QUOTE);
        }
        JsonNode inline = request.plan();
        if (inline == null) {
            throw new Problem(ProblemCode.INVALID_REQUEST);
        }
        try {
            PlanIntake.Filed filed =
                    intake.create(MAPPER.writeValueAsString(inline).getBytes(StandardCharsets.UTF_8));
            return plans.load(filed.planId(), filed.revision());
        } catch (Problem problem) {
            throw inPlan(problem);
        }
    }

    /** The findings of an inline plan, their places seen from the request. */
    private static Problem inPlan(Problem problem) {
        List<Finding> findings = problem.findings().stream()
                .map(finding -> finding.under("/plan"))
                .toList();
        return new Problem(problem.code(), problem.values(), findings);
    }

    private StoredQuote stored(
            RateBasisRecord.Circumstances around,
            AskedTerm term,
            QuoteOutcome outcome,
            Rulebook rulebook,
            UUID rateBasisId) {
        LocalDate expiresOn = around.expiresOn(rulebook);
        QuoteBody body = body(around, term, outcome, rulebook, expiresOn, rateBasisId);
        QuoteState state = firstState(outcome.decision());
        QuoteEvent priced = new QuoteEvent(
                1,
                state,
                "PRICED",
                around.caller().actor(),
                around.caller().role().slug(),
                around.at(),
                null,
                Map.of());
        return new StoredQuote(
                around.quoteId(),
                around.caller().organisationId(),
                around.plan().planId(),
                around.plan().revision(),
                around.plan().plan().policyholder().creditCode(),
                outcome.product().id(),
                rulebook.release().digest(),
                outcome.decision(),
                total(outcome),
                outcome.sumInsuredCny(),
                around.ratingDate(),
                expiresOn,
                around.at(),
                around.caller().actor(),
                MAPPER.writeValueAsString(body),
                List.of(priced));
    }

    private static QuoteBody body(
            RateBasisRecord.Circumstances around,
            AskedTerm term,
            QuoteOutcome outcome,
            Rulebook rulebook,
            LocalDate expiresOn,
            UUID rateBasisId) {
        boolean indicative = outcome.decision() == Decision.REFER;
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
                expiresOn.toString(),
                QuoteBodies.score(outcome.assessment()),
                QuoteBodies.coverage(outcome.coverage()),
                QuoteBodies.biting(outcome.advice().biting()),
                outcome.rating() == null
                        ? null
                        : PremiumAnswer.of(outcome.rating(), indicative, outcome.sumInsuredCny()),
                ScheduleBodies.insureds(outcome.insureds()),
                QuoteBodies.contract(outcome),
                null,
                rulebook.reason("QUO-TECHNICAL"),
                QuoteBodies.conditions(outcome.conditions()),
                QuoteBodies.referral(outcome),
                warnings(around.plan(), term, outcome),
                PlanReading.missing(around.plan().findingsInQuote()),
                rateBasisId);
    }

    private static List<Finding> warnings(StoredPlan plan, AskedTerm term, QuoteOutcome outcome) {
        List<Finding> warnings = new ArrayList<>(plan.findingsInQuote());
        warnings.addAll(term.warnings());
        warnings.addAll(outcome.inputChecks());
        warnings.addAll(outcome.warnings());
        if (outcome.rating() != null) {
            warnings.addAll(outcome.rating().warnings());
        }
        return warnings;
    }

    private static QuoteState firstState(Decision decision) {
        return switch (decision) {
            case ACCEPT, ACCEPT_WITH_CONDITIONS -> QuoteState.OFFERED;
            case REFER -> QuoteState.REFERRED;
            case DECLINE -> QuoteState.DECLINED;
        };
    }

    private static @Nullable BigDecimal total(QuoteOutcome outcome) {
        return outcome.rating() == null || outcome.rating().vat() == null
                ? null
                : outcome.rating().vat().gross().amountCny();
    }

    /** The term as asked for; null when it is a first and a last day. */
    private static @Nullable String period(Term term) {
        Integer months = term.months();
        return months == null ? null : Period.ofMonths(months).toString();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    /** An override, and whether it waits for somebody with more authority. */
    private void trace(UUID quoteId, ChoiceOverride override) {
        audit.append(
                override.isWithinAuthority() ? "quote.override" : "quote.override-referred",
                "quote",
                quoteId.toString(),
                Map.of(
                        "choice", override.choice().ref(),
                        "value", override.choice().value().toPlainString(),
                        "needed", override.needed().name(),
                        "held", override.held().name()));
    }

    private void trace(StoredQuote quote, StoredRateBasis basis) {
        audit.append(
                "quote.created",
                "quote",
                quote.id().toString(),
                Map.of(
                        "product", quote.productId(),
                        "decision", quote.decision().name(),
                        "release", quote.releaseDigest(),
                        "rateBasisSha256", basis.basis().sha256()));
    }
}
