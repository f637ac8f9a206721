package org.panbao.rulebook;

import java.nio.file.Path;

/** The release of this source tree, loaded once for all tests. */
public final class Rulebooks {

    private static final ReleaseFiles FILES = ReleaseFiles.ofFolder(Path.of(System.getProperty("panbao.top")));

    private Rulebooks() {}

    private static final class Holder {
        private static final Rulebook CURRENT = Rulebook.load(FILES, RuleCache.none());
    }

    public static ReleaseFiles files() {
        return FILES;
    }

    public static Rulebook current() {
        return Holder.CURRENT;
    }
}
