package org.panbao.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Files that live as long as the work on them, in a folder of the data directory that only this process can read. What
 * a killed process left there is removed at the start.
 */
@Component
public final class TemporaryFiles {

    private final Path folder;

    TemporaryFiles(DataDirectory data) {
        this.folder = data.folder("tmp");
        try (Stream<Path> left = Files.list(folder)) {
            for (Path file : left.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where they are. */
    public Path folder() {
        return folder;
    }

    /** A new empty file with mode 0600; who asks for it removes it. */
    public Path make(String prefix) {
        try {
            return Files.createTempFile(
                    folder,
                    prefix + "-",
                    ".tmp",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
