package org.panbao.rulebook;

import java.util.SortedMap;
import org.panbao.base.Sha256;

/** Digests of the release's files, in lower-case hexadecimal. */
final class FileDigests {

    private FileDigests() {}

    /** Digest of a file of the release. */
    static String of(ReleaseFiles files, String path) {
        byte[] bytes = files.files().get(path);
        if (bytes == null) {
            throw new RulebookException(path, "file is missing from the release");
        }
        return Sha256.of(bytes);
    }

    /** Digest over lines of path and digest, in the order of the paths. */
    static String ofAll(SortedMap<String, byte[]> files) {
        StringBuilder lines = new StringBuilder();
        files.forEach((path, bytes) ->
                lines.append(Sha256.of(bytes)).append("  ").append(path).append('\n'));
        return Sha256.of(lines.toString());
    }
}
