package org.panbao.underwriting;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.panbao.access.Caller;
import org.panbao.access.CurrentCaller;
import org.panbao.access.GrantPurpose;
import org.panbao.audit.AuditLog;
import org.panbao.base.Problem;
import org.panbao.intake.PlanIntake;
import org.panbao.intake.Plans;
import org.panbao.intake.StoredPlan;
import org.panbao.quoting.ChoiceOverride;
import org.panbao.quoting.Decision;
import org.panbao.quoting.QuoteOutcome;
import org.panbao.ratebasis.RateBases;
import org.panbao.ratebasis.StoredRateBasis;
import org.panbao.releases.Releases;
import org.panbao.rulebook.Rulebook;
import org.panbao.underwriting.store.JdbcQuoteStore;
import org.springframework.stereotype.Component;
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
            Clock clock) {
        this.plans = plans;
        this.intake = intake;
        this.releases = releases;
        this.rateBases = rateBases;
        this.store = store;
        this.callers = callers;
        this.audit = audit;
        this.clock = clock;
        this.build = EngineBuild.current();
    }

    /** Decides and keeps a quote. Throws {@link Problem} when the plan, the product or the terms cannot be used. */
    public StoredQuote quote(QuoteRequest request) {
        Caller caller = callers.require();
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, clock.getZone());
        LocalDate ratingDate = request.ratingDate() == null ? today : request.ratingDate();
        Rulebook rulebook = releases.live(ratingDate, today);
        StoredPlan plan = plan(request);
        UUID quoteId = UUID.randomUUID();
        UUID rateBasisId = UUID.randomUUID();
        PricedQuote priced = PricedQuote.of(
                new Circumstances(quoteId, caller, plan, ratingDate, today, now, build), request, rulebook);
        StoredQuote quote = stored(priced, rateBasisId);
        store.add(quote);
        StoredRateBasis basis = rateBases.keep(rateBasisId, quoteId, priced.record());
        trace(quote, basis);
        priced.outcome().overrides().forEach(override -> trace(quoteId, override));
        return quote;
    }

    private StoredPlan plan(QuoteRequest request) {
        return request.planId() == null
                ? InlinePlan.read(request.plan(), this::file)
                : plans.load(request.planId(), null, GrantPurpose.QUOTE);
    }

    private StoredPlan file(byte[] plan) {
        PlanIntake.Filed filed = intake.create(plan);
        return plans.load(filed.planId(), filed.revision());
    }

    private static StoredQuote stored(PricedQuote priced, UUID rateBasisId) {
        Circumstances around = priced.around();
        QuoteOutcome outcome = priced.outcome();
        QuoteEvent first = new QuoteEvent(
                1,
                firstState(outcome.decision()),
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
                priced.rulebook().release().digest(),
                outcome.decision(),
                priced.totalCny(),
                outcome.sumInsuredCny(),
                around.ratingDate(),
                around.expiresOn(priced.rulebook()),
                around.at(),
                around.caller().actor(),
                MAPPER.writeValueAsString(priced.body(rateBasisId)),
                List.of(first));
    }

    private static QuoteState firstState(Decision decision) {
        return switch (decision) {
            case ACCEPT, ACCEPT_WITH_CONDITIONS -> QuoteState.OFFERED;
            case REFER -> QuoteState.REFERRED;
            case DECLINE -> QuoteState.DECLINED;
        };
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
