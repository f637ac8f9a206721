package org.panbao.releases;

import java.util.LinkedHashMap;
import java.util.Map;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;
import org.panbao.quoting.ReleaseLoader;
import org.panbao.releases.store.JdbcReleaseStore;
import org.panbao.rulebook.RuleCache;
import org.panbao.rulebook.Rulebook;
import org.panbao.storage.ContentStore;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rulebooks of releases as the database keeps them. Once loaded one is shared by all who ask and never changes. */
public final class ArchivedReleases {

    /** Rulebooks held in memory; older ones are loaded again from their archive when asked for. */
    private static final int KEPT = 4;

    private final JdbcReleaseStore store;
    private final ContentStore content;
    private final RuleCache cache;
    private final Map<String, Rulebook> loaded = new LinkedHashMap<>(16, 0.75f, true);

    ArchivedReleases(JdbcReleaseStore store, ContentStore content, RuleCache cache) {
        this.store = store;
        this.content = content;
        this.cache = cache;
    }

    /** Those that {@code jdbc} may read, outside a running service. */
    public static ArchivedReleases in(JdbcClient jdbc, RuleCache cache) {
        return new ArchivedReleases(new JdbcReleaseStore(jdbc), ContentStore.readingOnly(jdbc), cache);
    }

    /** The release with this digest; throws {@link Problem} RELEASE_NOT_FOUND. */
    public Rulebook byDigest(String digest) {
        return load(find(digest));
    }

    ReleaseRecord find(String digest) {
        return store.find(digest)
                .orElseThrow(() -> new Problem(ProblemCode.RELEASE_NOT_FOUND, Map.of("digest", digest)));
    }

    Rulebook load(ReleaseRecord release) {
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
        Rulebook rulebook = ReleaseLoader.load(ReleaseArchive.unpack(archive), cache);
        if (!rulebook.release().digest().equals(release.digest())) {
            throw new IllegalStateException("the archive of release " + release.digest() + " has other contents");
        }
        return rulebook;
    }
}
