package org.panbao.storage.http;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.panbao.base.Sha256;

/** SHA-256 of what a request asks for: its bytes, or its parts when it is multipart. */
final class RequestFingerprint {

    private RequestFingerprint() {}

    static String of(byte[] body) {
        return Sha256.of(body);
    }

    /** The boundary between parts differs from one sending to the next, so names and contents count, not the bytes. */
    static String ofParts(HttpServletRequest request) throws ServletException, IOException {
        MessageDigest digest = Sha256.digest();
        for (Part part : request.getParts()) {
            String head = part.getName() + '\0' + part.getSubmittedFileName() + '\0' + part.getSize() + '\0';
            digest.update(head.getBytes(StandardCharsets.UTF_8));
            try (InputStream content = new DigestInputStream(part.getInputStream(), digest)) {
                content.transferTo(OutputStream.nullOutputStream());
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
