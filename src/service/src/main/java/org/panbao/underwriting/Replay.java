package org.panbao.underwriting;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.panbao.access.CurrentCaller;
import org.panbao.audit.AuditLog;
import org.panbao.base.Problem;
import org.panbao.ratebasis.RateBases;
import org.panbao.ratebasis.RateBasisSigner;
import org.panbao.releases.Releases;
import org.panbao.rulebook.WhyNot;
import org.springframework.stereotype.Component;

/** Decides a stored quote of the caller's organisation again, and writes into the audit log that it was. */
@Component
public class Replay {

    private final RecordReplay record;
    private final CurrentCaller callers;
    private final AuditLog audit;

    Replay(RateBases rateBases, RateBasisSigner signer, Releases releases, CurrentCaller callers, AuditLog audit) {
        this.record = new RecordReplay(rateBases, signer, releases::byDigest);
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
        Result result = record.replay(quoteId);
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

    /** Why a rule did not fire on the facts of a stored quote; throws {@link Problem} NOT_FOUND for an unknown rule. */
    public WhyNot whyNot(UUID quoteId, String ruleId) {
        return record.whyNot(quoteId, ruleId);
    }
}
