package org.panbao.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * Files and folders that live as long as the work on them, in a folder of the data directory that only this process can read. What
 * a killed process left there is removed at the start.
 */
@Component
public final class TemporaryFiles {

    private final Path folder;

    @Autowired
    TemporaryFiles(DataDirectory data) {
        this(data.folder("tmp"));
    }

    private TemporaryFiles(Path folder) {
        this.folder = folder;
        try (Stream<Path> left = Files.list(folder)) {
            for (Path file : left.toList()) {
                FileSystemUtils.deleteRecursively(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In a folder for them alone, without a data directory; all that is in it is removed. */
    public static TemporaryFiles in(Path folder) {
        return new TemporaryFiles(folder);
    }

    /** Where they are. */
    public Path folder() {
        return folder;
    }

    /** A new empty file with mode 0600; who asks for it removes it. */
    public Path make(String prefix) {
        try {
            return Files.createTempFile(folder, prefix + "-", ".tmp", mode("rw-------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fills a new file. */
    public interface Filling {
        void fill(Path file) throws IOException;
    }

    /** As {@link #make(String)}, with a content; the file goes again when filling it fails. */
    public Path make(String prefix, Filling filling) throws IOException {
        Path file = make(prefix);
        try {
            filling.fill(file);
            return file;
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    /** A new empty folder with mode 0700; who asks for it removes it. */
    public Path makeFolder(String prefix) {
        try {
            return Files.createTempDirectory(folder, prefix + "-", mode("rwx------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileAttribute<Set<PosixFilePermission>> mode(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }
}
