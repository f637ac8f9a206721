package org.panbao.rulebook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;

/** Digests of the release's files, in lower-case hexadecimal. */
final class Sha256 {

    private Sha256() {}

    static String of(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static String ofText(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Digest of a file of the release. */
    static String of(ReleaseFiles files, String path) {
        byte[] bytes = files.files().get(path);
        if (bytes == null) {
            throw new RulebookException(path, "file is missing from the release");
        }
        return of(bytes);
    }

    /** Digest over lines of path and digest, in the order of the paths. */
    static String ofAll(SortedMap<String, byte[]> files) {
        StringBuilder lines = new StringBuilder();
        files.forEach((path, bytes) ->
                lines.append(of(bytes)).append("  ").append(path).append('\n'));
        return ofText(lines.toString());
    }
}
