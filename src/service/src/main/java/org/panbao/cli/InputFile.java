package org.panbao.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;

/** Reads what a command is given: a file, or standard input where a lone hyphen stands in its place. */
final class InputFile {

    /** The largest input taken, in bytes. */
    private static final int MAX_BYTES = 4 * 1024 * 1024;

    private static final String STANDARD_INPUT = "-";

    private InputFile() {}

    /** Its bytes; throws {@link CommandRefused} when it cannot be read, {@link Problem} PAYLOAD_TOO_LARGE. */
    static byte[] read(String name) {
        try (InputStream stream = open(name)) {
            byte[] bytes = stream.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new Problem(ProblemCode.PAYLOAD_TOO_LARGE, Map.of("limitBytes", Integer.toString(MAX_BYTES)));
            }
            return bytes;
        } catch (IOException | InvalidPathException e) {
            throw new CommandRefused(ExitCode.UNABLE, "file-unreadable", Map.of("file", name));
        }
    }

    private static InputStream open(String name) throws IOException {
        if (name.equals(STANDARD_INPUT)) {
            return System.in;
        }
        Path file = Path.of(name);
        if (!Files.exists(file)) {
            throw new CommandRefused(ExitCode.UNABLE, "file-missing", Map.of("file", name));
        }
        return Files.newInputStream(file);
    }
}
