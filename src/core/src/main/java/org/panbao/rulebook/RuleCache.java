package org.panbao.rulebook;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Keeps compiled rules between starts. Losing it costs seconds, never a result. */
public interface RuleCache {

    /** The bytes stored under this key, or null when there are none that are intact. */
    byte @Nullable [] find(String key);

    /** Stores the bytes; failing to do so is not an error. */
    void store(String key, byte[] bytes);

    /** A cache that keeps nothing. */
    static RuleCache none() {
        return new RuleCache() {
            @Override
            public byte @Nullable [] find(String key) {
                return null;
            }

            @Override
            public void store(String key, byte[] bytes) {
                // nothing is kept
            }
        };
    }

    /** A cache of one file a key in {@code folder}, which should be writable by the service only: it holds code. */
    static RuleCache inFolder(Path folder) {
        return new FolderRuleCache(folder);
    }
}
