package org.panbao.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of a data directory that a restored service needs to go on as the same one: keys that sign tokens and rate
 * bases, and the demo credentials. The rest is made anew: the cluster and its passwords, PostgreSQL's programs,
 * compiled rules.
 */
final class KeptFiles {

    /** Bytes of the largest file of this kind: keys and names, no documents. */
    static final long LARGEST = 1024 * 1024;

    private static final String KEYS = "keys";
    private static final Set<String> AT_THE_TOP =
            Set.of("rate-basis-ed25519.key", "rate-basis-former-keys.txt", "demo-credentials.json");
    private static final Pattern KEY = Pattern.compile(KEYS + "/[A-Za-z0-9][A-Za-z0-9_-]*\\.[A-Za-z0-9]+");

    private KeptFiles() {}

    /** Whether a file at this place belongs into a backup; no other is ever written. */
    static boolean isKept(String path) {
        return AT_THE_TOP.contains(path) || KEY.matcher(path).matches();
    }

    /** The files that are there, by their places. */
    static List<String> in(Path dataDirectory) {
        return Stream.concat(names(dataDirectory, ""), names(dataDirectory.resolve(KEYS), KEYS + "/"))
                .filter(KeptFiles::isKept)
                .sorted()
                .toList();
    }

    private static Stream<String> names(Path folder, String prefix) {
        if (!Files.isDirectory(folder)) {
            return Stream.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).map(file -> prefix + file.getFileName()).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
