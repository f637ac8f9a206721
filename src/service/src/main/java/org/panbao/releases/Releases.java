package org.panbao.releases;

import java.time.LocalDate;
import java.util.Map;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;
import org.panbao.releases.store.JdbcReleaseStore;
import org.panbao.rulebook.RuleCache;
import org.panbao.rulebook.Rulebook;
import org.panbao.storage.ContentStore;
import org.springframework.stereotype.Component;

/**
 * Gives the rulebook for a date, or the one a stored quote was priced with. The database says which releases are live;
 * a rulebook once loaded is shared by all requests and never changes.
 */
@Component
public class Releases {

    private final JdbcReleaseStore store;
    private final PackagedRulebook packaged;
    private final ArchivedReleases archived;

    Releases(JdbcReleaseStore store, ContentStore content, PackagedRulebook packaged, RuleCache cache) {
        this.store = store;
        this.packaged = packaged;
        this.archived = new ArchivedReleases(store, content, cache);
    }

    /**
     * The live release that serves {@code ratingDate} as seen on {@code lookFrom}: of the active ones published by then
     * and effective by the rating date, the one with the latest effective date.
     */
    public Rulebook live(LocalDate ratingDate, LocalDate lookFrom) {
        return store.active().stream()
                .filter(release -> !release.effectiveFrom().isAfter(ratingDate))
                .filter(release -> !release.publishedOn().isAfter(lookFrom))
                .findFirst()
                .map(this::load)
                .orElseThrow(() -> new Problem(
                        ProblemCode.RELEASE_NOT_FOUND,
                        Map.of("ratingDate", ratingDate.toString(), "lookFrom", lookFrom.toString())));
    }

    /** The release with this digest, from memory or its stored archive. */
    public Rulebook byDigest(String digest) {
        return load(archived.find(digest));
    }

    private Rulebook load(ReleaseRecord release) {
        Rulebook shipped = packaged.await();
        return shipped.release().digest().equals(release.digest()) ? shipped : archived.load(release);
    }
}
