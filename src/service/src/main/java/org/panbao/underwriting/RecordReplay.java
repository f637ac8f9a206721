package org.panbao.underwriting;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
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
import org.panbao.releases.ArchivedReleases;
import org.panbao.rulebook.RuleCache;
import org.panbao.rulebook.Rulebook;
import org.panbao.rulebook.WhyNot;
import org.panbao.underwriting.Replay.Result;
import org.panbao.underwriting.store.JdbcQuoteStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * Decides a stored quote again, from its own record: the facts and terms as they were, the release by its digest. The
 * plan, later releases and today's date play no part.
 */
public final class RecordReplay {

    private final RateBases rateBases;
    private final RateBasisSigner signer;
    private final Function<String, Rulebook> releases;

    RecordReplay(RateBases rateBases, RateBasisSigner signer, Function<String, Rulebook> releases) {
        this.rateBases = rateBases;
        this.signer = signer;
        this.releases = releases;
    }

    /**
     * Over what {@code jdbc} may read and the keys of a data directory, outside a running service. Throws
     * {@link IOException} when the keys cannot be read.
     */
    public static RecordReplay in(JdbcClient jdbc, Path dataDirectory, RuleCache cache) throws IOException {
        RateBasisSigner signer = RateBasisSigner.withKeysOf(dataDirectory);
        return new RecordReplay(RateBases.in(jdbc, signer), signer, ArchivedReleases.in(jdbc, cache)::byDigest);
    }

    /** The quotes that {@code jdbc} may read, oldest first. */
    public static List<UUID> quotes(JdbcClient jdbc) {
        return new JdbcQuoteStore(jdbc).ids();
    }

    /** Whether {@code jdbc} may read a quote with this id. */
    public static boolean has(JdbcClient jdbc, UUID quoteId) {
        return new JdbcQuoteStore(jdbc).find(quoteId).isPresent();
    }

    /** Replays a quote; throws {@link Problem} NOT_FOUND when there is none that may be read. */
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
        return new Result(quoteId, differences.isEmpty(), differences.list());
    }

    private void checkSeal(String pointer, Sealed sealed, RecordDifferences differences) {
        differences.expect(pointer + "/sha256", sealed.sha256(), Sha256.of(sealed.record()));
        if (!signer.isOurs(sealed.record(), sealed.signature())) {
            differences.add(pointer + "/signature", sealed.signature().keyId(), null);
        }
    }

    /** Why a rule did not fire on the facts of a stored quote; throws {@link Problem} NOT_FOUND for an unknown rule. */
    WhyNot whyNot(UUID quoteId, String ruleId) {
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
        return releases.apply(record.path("release").path("digest").asString());
    }
}
