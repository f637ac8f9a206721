package org.panbao.underwriting;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.panbao.access.Caller;
import org.panbao.access.CurrentCaller;
import org.panbao.audit.AuditLog;
import org.panbao.base.Finding;
import org.panbao.base.Messages;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;
import org.panbao.base.Severity;
import org.panbao.quoting.AuthorityMatrix.Authority;
import org.panbao.ratebasis.RateBases;
import org.panbao.ratebasis.StoredRateBasis;
import org.panbao.storage.Revision;
import org.panbao.underwriting.store.JdbcQuoteStore;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What a senior underwriter does with a referred quote: who, why and when are kept, the price never changes. */
@Component
public class Referrals {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final Messages MESSAGES = Messages.of(Referrals.class, "underwriting");
    private static final int LONGEST_REASON = 2_000;

    /** What can be done. */
    public enum Action {
        APPROVE(QuoteState.APPROVED),
        DECLINE(QuoteState.DECLINED),
        REQUEST_INFORMATION(QuoteState.INFORMATION_REQUESTED);

        private final QuoteState state;

        Action(QuoteState state) {
            this.state = state;
        }
    }

    private final JdbcQuoteStore store;
    private final RateBases rateBases;
    private final CurrentCaller callers;
    private final AuditLog audit;
    private final Clock clock;

    Referrals(JdbcQuoteStore store, RateBases rateBases, CurrentCaller callers, AuditLog audit, Clock clock) {
        this.store = store;
        this.rateBases = rateBases;
        this.callers = callers;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Acts on a referred quote; on this state of it when {@code ifMatch} names one. Of two actions at the same time one
     * fails. Throws {@link Problem} INVALID_REQUEST without a reason, NOT_FOUND, PRECONDITION_FAILED, STATE_CONFLICT when it is not waiting or has no
     * premium to approve, AUTHORITY_EXCEEDED when the case needs more than a senior underwriter's authority; that
     * attempt stays in the audit log.
     */
    public StoredQuote act(UUID quoteId, @Nullable String ifMatch, Action action, String reason) {
        Caller caller = callers.require();
        String said = WrittenReason.of(reason);
        requireReason(said);
        StoredQuote quote = store.find(quoteId).orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND));
        if (ifMatch != null) {
            new Revision(quote.events().size()).requireMatch(ifMatch);
        }
        QuoteState state = quote.stateOn(LocalDate.now(clock));
        if (!state.awaitsReferral()) {
            throw new Problem(ProblemCode.STATE_CONFLICT, Map.of("state", state.name(), "action", action.name()));
        }
        Map<String, String> detail = action == Action.APPROVE ? requireApprovable(quote, caller) : Map.of();
        QuoteEvent event = new QuoteEvent(
                quote.events().size() + 1,
                action.state,
                action.name(),
                caller.actor(),
                caller.role().slug(),
                clock.instant(),
                said,
                detail);
        store.addEvent(quoteId, event);
        seal(quote, event);
        Map<String, String> trail = new TreeMap<>(detail);
        trail.put("action", action.name());
        audit.append("quote.referral", "quote", quoteId.toString(), trail);
        return store.find(quoteId).orElseThrow();
    }

    /** Whether the caller's own authority is enough to approve a case that needs {@code needed}. */
    public static boolean mayApprove(Caller caller, String needed) {
        return PricedQuote.authority(caller).covers(Authority.valueOf(needed));
    }

    private static void requireReason(String reason) {
        String fault = reason.isEmpty() ? "reason-missing" : reason.length() > LONGEST_REASON ? "text-too-long" : null;
        if (fault != null) {
            throw new Problem(
                    ProblemCode.INVALID_REQUEST,
                    Map.of(),
                    List.of(new Finding(Severity.ERROR, "/reason", fault, MESSAGES.text(fault))));
        }
    }

    /** What was decided, bound to the rate basis by its digest: who lets an override stand, and until when. */
    private void seal(StoredQuote quote, QuoteEvent event) {
        StoredRateBasis basis = rateBases.findByQuote(quote.id()).orElseThrow();
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("quoteId", quote.id().toString());
        record.put("rateBasisSha256", basis.basis().sha256());
        record.put("action", event.action());
        record.put("by", event.actor());
        record.put("role", event.role());
        record.put("at", event.at().toString());
        record.put("reason", event.reason());
        record.put("authorityNeeded", event.detail().get("needed"));
        record.put("authorityHeld", event.detail().get("held"));
        record.put("expiresOn", quote.expiresOn().toString());
        rateBases.keepDecision(quote.id(), event.seq(), record);
    }

    /** The authority that the case needs and that the caller has. */
    private Map<String, String> requireApprovable(StoredQuote quote, Caller caller) {
        BigDecimal premium = quote.totalPremiumCny();
        if (premium == null) {
            throw new Problem(
                    ProblemCode.STATE_CONFLICT, Map.of("state", "NO_PREMIUM", "action", Action.APPROVE.name()));
        }
        Authority needed = Authority.valueOf(MAPPER.readTree(quote.body())
                .path("referral")
                .path("neededAuthority")
                .asString());
        Authority held = PricedQuote.authority(caller);
        Map<String, String> authorities = Map.of("needed", needed.name(), "held", held.name());
        if (!held.covers(needed)) {
            audit.appendRefused("quote.referral", "quote", quote.id().toString(), authorities);
            throw new Problem(ProblemCode.AUTHORITY_EXCEEDED, authorities);
        }
        return authorities;
    }
}
