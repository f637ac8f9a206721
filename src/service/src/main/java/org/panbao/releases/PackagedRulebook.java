package org.panbao.releases;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.panbao.rulebook.ReleaseFiles;
import org.panbao.rulebook.RuleCache;
import org.panbao.rulebook.Rulebook;
import org.panbao.startup.StartRefused;

/** The release this program came with. It is compiled while the database and the web server are still starting. */
final class PackagedRulebook {

    /** A release with its compiled rules. */
    private record Loaded(ReleaseFiles files, Rulebook rulebook) {}

    private final CompletableFuture<Loaded> loading;
    private final String origin;

    private PackagedRulebook(CompletableFuture<Loaded> loading, String origin) {
        this.loading = loading;
        this.origin = origin;
    }

    /** Begins to read and compile in a thread of its own. */
    static PackagedRulebook start(@Nullable String rulesDir, RuleCache cache) {
        CompletableFuture<Loaded> loading = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        ReleaseFiles files = PackagedRelease.read(rulesDir);
                        loading.complete(new Loaded(files, Rulebook.load(files, cache)));
                    } catch (RuntimeException | Error e) {
                        loading.completeExceptionally(e);
                    }
                },
                "release-loader");
        thread.setDaemon(true);
        thread.start();
        return new PackagedRulebook(
                loading,
                rulesDir == null
                        ? "jar"
                        : Path.of(rulesDir).toAbsolutePath().normalize().toString());
    }

    /** The rulebook, once it is compiled; throws {@link StartRefused} naming the fault when the release is unusable. */
    Rulebook await() {
        return loaded().rulebook();
    }

    ReleaseFiles files() {
        return loaded().files();
    }

    boolean isReady() {
        return loading.isDone() && !loading.isCompletedExceptionally();
    }

    private Loaded loaded() {
        try {
            return loading.join();
        } catch (CompletionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new StartRefused(
                    "release-unusable", Map.of("origin", origin, "reason", String.valueOf(cause.getMessage())), cause);
        }
    }
}
