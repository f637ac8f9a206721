package org.panbao.releases;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.panbao.quoting.ReleaseLoader;
import org.panbao.rulebook.ReleaseFiles;
import org.panbao.rulebook.RuleCache;
import org.panbao.rulebook.Rulebook;
import org.panbao.startup.StartRefused;

/** The release this program came with. It is compiled while the database and the web server are still starting. */
final class PackagedRulebook {

    private final CompletableFuture<ReleaseFiles> files = new CompletableFuture<>();
    private final CompletableFuture<Rulebook> rulebook = new CompletableFuture<>();
    private final String origin;

    private PackagedRulebook(String origin) {
        this.origin = origin;
    }

    /** Begins to read and compile in a thread of its own. */
    static PackagedRulebook start(@Nullable String rulesDir, RuleCache cache) {
        PackagedRulebook packaged = new PackagedRulebook(
                rulesDir == null
                        ? "jar"
                        : Path.of(rulesDir).toAbsolutePath().normalize().toString());
        Thread thread = new Thread(() -> packaged.load(rulesDir, cache), "release-loader");
        thread.setDaemon(true);
        thread.start();
        return packaged;
    }

    private void load(@Nullable String rulesDir, RuleCache cache) {
        try {
            ReleaseFiles read = PackagedRelease.read(rulesDir);
            files.complete(read);
            rulebook.complete(ReleaseLoader.load(read, cache));
        } catch (RuntimeException | Error e) {
            files.completeExceptionally(e);
            rulebook.completeExceptionally(e);
        }
    }

    /** The rulebook, once it is compiled; throws {@link StartRefused} naming the fault when the release is unusable. */
    Rulebook await() {
        return join(rulebook);
    }

    /** Its files; they are there long before the rules are compiled. */
    ReleaseFiles files() {
        return join(files);
    }

    boolean isReady() {
        return rulebook.isDone() && !rulebook.isCompletedExceptionally();
    }

    private <T> T join(CompletableFuture<T> loading) {
        try {
            return loading.join();
        } catch (CompletionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new StartRefused(
                    "release-unusable", Map.of("origin", origin, "reason", String.valueOf(cause.getMessage())), cause);
        }
    }
}
