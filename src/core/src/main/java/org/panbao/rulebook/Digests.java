package org.panbao.rulebook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;

/** SHA-256 in lower-case hex, of bytes, of text in UTF-8, and of files by path and content. */
final class Digests {

    private Digests() {}

    static String ofBytes(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static String ofText(String text) {
        return ofBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Digest of the lines {@code <digest of the bytes>  <path>}, in the order of the paths, as sha256sum prints them. */
    static String ofFiles(SortedMap<String, byte[]> files) {
        StringBuilder lines = new StringBuilder();
        files.forEach((path, bytes) ->
                lines.append(ofBytes(bytes)).append("  ").append(path).append('\n'));
        return ofText(lines.toString());
    }
}
