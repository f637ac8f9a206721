package org.panbao.intake.http;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;
import org.panbao.base.Sha256;
import org.panbao.base.TextCharacters;
import org.panbao.storage.TemporaryFiles;

/**
 * The one file of an upload, in a private temporary file until it is closed.
 *
 * @param name last part of the name that was sent, to be shown and never to be opened
 * @param sha256 of its bytes
 */
record UploadedFile(Path path, String name, String sha256) implements AutoCloseable {

    private static final String PART = "file";
    private static final int LONGEST_NAME = 100;

    /** Takes the only part, which has the name {@value PART}; throws {@link Problem} INVALID_REQUEST when it is missing or not alone. */
    static UploadedFile of(HttpServletRequest request, TemporaryFiles files) throws IOException, ServletException {
        Part part = onlyPart(request.getParts());
        Path path = files.make("upload");
        try {
            MessageDigest digest = Sha256.digest();
            try (InputStream input = new DigestInputStream(part.getInputStream(), digest);
                    OutputStream output = Files.newOutputStream(path)) {
                input.transferTo(output);
            }
            return new UploadedFile(
                    path, nameOf(part.getSubmittedFileName()), HexFormat.of().formatHex(digest.digest()));
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(path);
            throw e;
        }
    }

    private static Part onlyPart(Collection<Part> parts) {
        Part found = null;
        for (Part part : parts) {
            if (found != null || !part.getName().equals(PART)) {
                throw refused(part.getName());
            }
            found = part;
        }
        if (found == null || found.getSubmittedFileName() == null) {
            throw refused(PART);
        }
        return found;
    }

    private static Problem refused(String part) {
        boolean isShort = part.length() <= LONGEST_NAME && TextCharacters.areFit(part);
        return new Problem(ProblemCode.INVALID_REQUEST, Map.of("part", isShort ? part : PART));
    }

    static String nameOf(@Nullable String sent) {
        if (sent == null || !TextCharacters.areFit(sent)) {
            return PART;
        }
        String last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        return last.isBlank() || last.length() > LONGEST_NAME ? PART : last;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
