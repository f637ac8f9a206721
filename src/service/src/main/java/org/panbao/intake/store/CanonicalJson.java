package org.panbao.intake.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.erdtman.jcs.JsonCanonicalizer;
import tools.jackson.databind.JsonNode;

/** The canonical form of JSON (RFC 8785): the same content is the same bytes, whatever the order of its members. */
final class CanonicalJson {

    private CanonicalJson() {}

    /** SHA-256 of the canonical form, in lower-case hexadecimal. */
    static String sha256(JsonNode document) {
        try {
            byte[] canonical =
                    new JsonCanonicalizer(document.toString().getBytes(StandardCharsets.UTF_8)).getEncodedUTF8();
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical));
        } catch (IOException e) {
            throw new UncheckedIOException("the plan has no canonical form", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no SHA-256", e);
        }
    }
}
