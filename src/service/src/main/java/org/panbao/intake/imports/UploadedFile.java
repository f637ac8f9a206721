package org.panbao.intake.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Sha256;
import org.panbao.base.TextCharacters;
import org.panbao.storage.TemporaryFiles;

/**
 * The file of an upload, in a private temporary file until it is closed.
 *
 * @param name last part of the name that was sent, to be shown and never to be opened
 * @param sha256 of its bytes
 */
record UploadedFile(Path path, String name, String sha256) implements AutoCloseable {

    private static final String NO_NAME = "file";
    private static final int LONGEST_NAME = 100;

    /** Keeps a copy of {@code bytes}; {@code sent} is the name that came with them. */
    static UploadedFile of(InputStream bytes, @Nullable String sent, TemporaryFiles files) throws IOException {
        MessageDigest digest = Sha256.digest();
        Path path = files.make("upload", file -> {
            try (InputStream input = new DigestInputStream(bytes, digest);
                    OutputStream output = Files.newOutputStream(file)) {
                input.transferTo(output);
            }
        });
        return new UploadedFile(path, nameOf(sent), HexFormat.of().formatHex(digest.digest()));
    }

    static String nameOf(@Nullable String sent) {
        if (sent == null || !TextCharacters.areFit(sent)) {
            return NO_NAME;
        }
        String last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        return last.isBlank() || last.length() > LONGEST_NAME ? NO_NAME : last;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
