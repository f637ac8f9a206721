package org.panbao.underwriting;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.panbao.access.CurrentCaller;
import org.panbao.audit.AuditLog;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;
import org.panbao.base.Sha256;
import org.panbao.quoting.QuoteDecider;
import org.panbao.quoting.QuoteInput;
import org.panbao.quoting.QuoteOutcome;
import org.panbao.ratebasis.RateBases;
import org.panbao.ratebasis.RateBasisSigner;
import org.panbao.ratebasis.Sealed;
import org.panbao.ratebasis.StoredRateBasis;
import org.panbao.releases.Releases;
import org.panbao.rulebook.Rulebook;
import org.panbao.rulebook.WhyNot;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Decides a stored quote again, from its own record: the facts and terms as they were, the release by its digest. The
 * plan, later releases and today's date play no part.
 */
@Component
public class Replay {

    private final RateBases rateBases;
    private final RateBasisSigner signer;
    private final Releases releases;
    private final CurrentCaller callers;
    private final AuditLog audit;

    Replay(RateBases rateBases, RateBasisSigner signer, Releases releases, CurrentCaller callers, AuditLog audit) {
        this.rateBases = rateBases;
        this.signer = signer;
        this.releases = releases;
        this.callers = callers;
        this.audit = audit;
    }

    /**
     * What a replay found.
     *
     * @param identical hash, signature, decision, score, steps and premium are all the same
     * @param differences places that differ, in the order of the record; the first is where to look
     */
    public record Result(UUID quoteId, boolean identical, List<Difference> differences) {
        public Result {
            differences = List.copyOf(differences);
        }
    }

    /**
     * One place that differs.
     *
     * @param pointer JSON pointer inside the record
     * @param stored text there as it was kept; null when there was nothing
     * @param replayed text there now; null when there is nothing
     */
    public record Difference(
            String pointer,
            @Nullable String stored,
            @Nullable String replayed) {}

    /** Replays a quote that the caller may see; throws {@link Problem} NOT_FOUND otherwise. */
    public Result replay(UUID quoteId) {
        StoredRateBasis basis = load(quoteId);
        JsonNode record = RecordJson.parse(basis.basis().record());
        RecordDifferences differences = new RecordDifferences();
        checkSeal("", basis.basis(), differences);
        for (int i = 0; i < basis.decisions().size(); i++) {
            checkSeal("/decisions/" + i, basis.decisions().get(i), differences);
            JsonNode decided = RecordJson.parse(basis.decisions().get(i).record());
            differences.expect(
                    "/decisions/" + i + "/record/rateBasisSha256",
                    decided.path("rateBasisSha256").asString(),
                    basis.basis().sha256());
        }
        QuoteInput input = RecordJson.input(record.path("question"));
        Rulebook rulebook = rulebook(record);
        QuoteOutcome outcome = QuoteDecider.decide(input, rulebook);
        LocalDate lookFrom =
                LocalDate.parse(record.path("identity").path("lookFrom").asString());
        RateBasisRecord.comparable(input, outcome, rulebook, lookFrom)
                .forEach((section, replayed) ->
                        differences.compareKept("/" + section, record.path(section), RecordJson.node(replayed)));
        Result result = new Result(quoteId, differences.isEmpty(), differences.list());
        audit.append(
                "quote.replayed",
                "quote",
                quoteId.toString(),
                Map.of(
                        "identical",
                        Boolean.toString(result.identical()),
                        "by",
                        callers.require().actor()));
        return result;
    }

    private void checkSeal(String pointer, Sealed sealed, RecordDifferences differences) {
        differences.expect(pointer + "/sha256", sealed.sha256(), Sha256.of(sealed.record()));
        if (!signer.isOurs(sealed.record(), sealed.signature())) {
            differences.add(pointer + "/signature", sealed.signature().keyId(), null);
        }
    }

    /** Why a rule did not fire on the facts of a stored quote; throws {@link Problem} NOT_FOUND for an unknown rule. */
    public WhyNot whyNot(UUID quoteId, String ruleId) {
        JsonNode record = RecordJson.parse(load(quoteId).basis().record());
        QuoteInput input = RecordJson.input(record.path("question"));
        Rulebook rulebook = rulebook(record);
        boolean known = rulebook.rules().stream().anyMatch(rule -> rule.id().equals(ruleId));
        if (!known) {
            throw new Problem(ProblemCode.NOT_FOUND, Map.of("rule", ruleId));
        }
        return rulebook.explain(ruleId, input.profile().facts());
    }

    private StoredRateBasis load(UUID quoteId) {
        return rateBases.findByQuote(quoteId).orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND));
    }

    private Rulebook rulebook(JsonNode record) {
        return releases.byDigest(record.path("release").path("digest").asString());
    }
}
