package org.panbao.underwriting;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.panbao.access.Caller;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;
import org.panbao.base.Sha256;
import org.panbao.intake.PlanReader;
import org.panbao.intake.StoredPlan;
import org.panbao.ratebasis.RateBases;
import org.panbao.rulebook.ReleaseInfo;
import org.panbao.rulebook.Rulebook;
import org.panbao.storage.CanonicalJson;
import org.panbao.underwriting.answer.QuoteBody;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Prices requests that nobody keeps: as {@link QuoteService} does, by one release, without a database. */
public final class UnkeptQuotes {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    /** Stands where a kept quote and its plan have their ids. */
    private static final UUID NONE = new UUID(0, 0);

    /** Members of the answer by which a kept quote is found again. */
    private static final List<String> OF_KEPT = List.of("quoteId", "planId", "planRevision", "rateBasisId");

    private final Rulebook rulebook;
    private final PlanReader plans;
    private final Clock clock;

    /** By this release; plans are read by {@code plans}. */
    public UnkeptQuotes(Rulebook rulebook, PlanReader plans, Clock clock) {
        this.rulebook = rulebook;
        this.plans = plans;
        this.clock = clock;
    }

    /** A quote that was not kept. Each of its forms is made when it is asked for. */
    public static final class Unkept {

        private final PricedQuote priced;

        private Unkept(PricedQuote priced) {
            this.priced = priced;
        }

        /** The answer; {@link #answer} tells which ids in it mean nothing. */
        public QuoteBody body() {
            return priced.body(NONE);
        }

        /** As {@code POST /api/v1/quotes} gives it, without the ids of what was kept. */
        public ObjectNode answer() {
            ObjectNode answer = MAPPER.valueToTree(body());
            return answer.remove(OF_KEPT);
        }

        /** The rate-basis record with its digest and without a signature, JSON. */
        public String rateBasis() {
            String canonical = CanonicalJson.of(priced.record());
            return "{\"formatVersion\":\"" + RateBases.FORMAT_VERSION + "\",\"record\":" + canonical + ",\"sha256\":\""
                    + Sha256.of(canonical) + "\",\"signature\":null,\"decisions\":[]}";
        }
    }

    /** Decides; throws {@link Problem} when plan, product, dates or terms cannot be used. */
    public Unkept quote(QuoteRequest request, Caller caller) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, clock.getZone());
        LocalDate ratingDate = request.ratingDate() == null ? today : request.ratingDate();
        refuseDate(ratingDate, today);
        StoredPlan plan = InlinePlan.read(request.plan(), bytes -> plans.readUnkept(bytes, NONE, caller, now));
        Circumstances around = new Circumstances(NONE, caller, plan, ratingDate, today, now, EngineBuild.current());
        return new Unkept(PricedQuote.of(around, request, rulebook));
    }

    private void refuseDate(LocalDate ratingDate, LocalDate today) {
        ReleaseInfo release = rulebook.release();
        if (release.effectiveFrom().isAfter(ratingDate) || release.publishedOn().isAfter(today)) {
            throw new Problem(
                    ProblemCode.RELEASE_NOT_FOUND,
                    Map.of("ratingDate", ratingDate.toString(), "lookFrom", today.toString()));
        }
    }
}
