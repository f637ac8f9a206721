package org.panbao.releases;

import java.time.LocalDate;
import java.util.LinkedHashMap;
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

    /** Rulebooks held in memory; older ones are loaded again from their archive when asked for. */
    private static final int KEPT = 4;

    private final JdbcReleaseStore store;
    private final ContentStore content;
    private final RuleCache cache;
    private final PackagedRulebook packaged;
    private final Map<String, Rulebook> loaded = new LinkedHashMap<>(16, 0.75f, true);

    Releases(JdbcReleaseStore store, ContentStore content, PackagedRulebook packaged, RuleCache cache) {
        this.store = store;
        this.content = content;
        this.cache = cache;
        this.packaged = packaged;
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
        return store.find(digest)
                .map(this::load)
                .orElseThrow(() -> new Problem(ProblemCode.RELEASE_NOT_FOUND, Map.of("digest", digest)));
    }

    private Rulebook load(ReleaseRecord release) {
        Rulebook shipped = packaged.await();
        if (shipped.release().digest().equals(release.digest())) {
            return shipped;
        }
        synchronized (loaded) {
            Rulebook known = loaded.get(release.digest());
            if (known == null) {
                forgetTheOldest();
                known = read(release);
                loaded.put(release.digest(), known);
            }
            return known;
        }
    }

    private void forgetTheOldest() {
        if (loaded.size() >= KEPT) {
            String oldest = loaded.keySet().iterator().next();
            // not closed: other requests may still be using it, and it is garbage once the last one is done
            loaded.remove(oldest);
        }
    }

    private Rulebook read(ReleaseRecord release) {
        byte[] archive = content.find(release.archiveSha256())
                .orElseThrow(() -> new Problem(ProblemCode.RELEASE_NOT_FOUND, Map.of("digest", release.digest())));
        Rulebook rulebook = Rulebook.load(ReleaseArchive.unpack(archive), cache);
        if (!rulebook.release().digest().equals(release.digest())) {
            throw new IllegalStateException("the archive of release " + release.digest() + " has other contents");
        }
        return rulebook;
    }
}
