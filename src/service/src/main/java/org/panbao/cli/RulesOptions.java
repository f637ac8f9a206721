package org.panbao.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.util.Map;
import org.apache.commons.cli.Options;
import org.jspecify.annotations.Nullable;
import org.panbao.quoting.ReleaseLoader;
import org.panbao.releases.PackagedRelease;
import org.panbao.rulebook.ReleaseFiles;
import org.panbao.rulebook.ReleaseInfo;
import org.panbao.rulebook.RuleCache;
import org.panbao.rulebook.Rulebook;
import org.panbao.rulebook.RulebookException;

/** Which release a command works with, and where its compiled rules are kept. */
final class RulesOptions {

    /** The folder the service keeps its data in when nothing else is said; its cache is shared. */
    private static final Path USUAL_CACHE = Path.of("data", "rule-cache");

    private static final String RULES = "rules";
    private static final String CACHE = "cache";

    private final @Nullable String folder;
    private final Path cache;
    private final boolean trusted;
    private final Console console;

    RulesOptions(Arguments arguments, Console console) {
        this.folder = arguments.find(RULES).map(given -> top(given).toString()).orElse(null);
        this.cache = arguments.find(CACHE).map(Path::of).orElse(USUAL_CACHE);
        this.trusted = arguments.find(CACHE).isPresent() || isOurs(USUAL_CACHE);
        this.console = console;
    }

    /** Adds {@code --rules}. */
    static Options withRules(Options options) {
        return options.addOption(Arguments.valued(RULES, "DIR"));
    }

    /** Adds {@code --cache}. */
    static Options withCache(Options options) {
        return options.addOption(Arguments.valued(CACHE, "DIR"));
    }

    /** The files of the release named, else of the one in the jar. */
    ReleaseFiles files() {
        return PackagedRelease.read(folder);
    }

    /** The release, compiled; throws {@link CommandRefused} FAULTS when it cannot be loaded. */
    Rulebook load(ReleaseFiles files) {
        try {
            return ReleaseLoader.load(files, cache());
        } catch (RulebookException e) {
            throw unusable(e);
        }
    }

    /** What is said of a release that cannot be worked with. */
    static CommandRefused unusable(RulebookException fault) {
        return new CommandRefused(
                ExitCode.FAULTS, "rules-unusable", Map.of("reason", String.valueOf(fault.getMessage())));
    }

    /** Where compiled rules are kept; says so when they have to be compiled. */
    RuleCache cache() {
        if (!trusted) {
            console.remark(console.words("cache-not-ours", Map.of("folder", cache.toString())));
            return RuleCache.none();
        }
        return new ToldCache(RuleCache.inFolder(cache));
    }

    /** What lies in a cache is code: one that nobody named counts when it is new, or this user's and nobody else's. */
    private static boolean isOurs(Path folder) {
        if (!Files.exists(folder)) {
            return true;
        }
        try {
            PosixFileAttributes found = Files.readAttributes(folder, PosixFileAttributes.class);
            UserPrincipal user = Files.getOwner(Path.of(System.getProperty("user.home")));
            return found.owner().equals(user)
                    && !found.permissions().contains(PosixFilePermission.GROUP_WRITE)
                    && !found.permissions().contains(PosixFilePermission.OTHERS_WRITE);
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    /** The folder that holds {@code rules}; {@code rules} itself will do. Throws {@link CommandRefused} UNABLE. */
    static Path top(String given) {
        Path folder = Path.of(given).toAbsolutePath().normalize();
        Path above = folder.getParent();
        if (Files.isRegularFile(folder.resolve(ReleaseInfo.PATH))) {
            return folder;
        }
        if (above != null && folder.endsWith(RULES) && Files.isRegularFile(above.resolve(ReleaseInfo.PATH))) {
            return above;
        }
        throw new CommandRefused(ExitCode.UNABLE, "rules-missing", Map.of("folder", given, "file", ReleaseInfo.PATH));
    }

    /** Says that rules are compiled, which takes its time, and where that is kept for the next call. */
    private final class ToldCache implements RuleCache {

        private final RuleCache kept;

        ToldCache(RuleCache kept) {
            this.kept = kept;
        }

        @Override
        public byte @Nullable [] find(String key) {
            byte[] found = kept.find(key);
            if (found == null) {
                console.remark(console.words("compiling", Map.of("folder", cache.toString())));
            }
            return found;
        }

        @Override
        public void store(String key, byte[] bytes) {
            kept.store(key, bytes);
            if (kept.find(key) == null) {
                console.remark(console.words("cache-unwritable", Map.of("folder", cache.toString())));
            }
        }
    }
}
