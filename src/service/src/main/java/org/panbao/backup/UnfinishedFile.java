package org.panbao.backup;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

/** A file written beside its place, mode 0600, that gets its name only when it is whole and on the disk. */
final class UnfinishedFile implements Closeable {

    private final Path place;
    private final Path folder;
    private final Path beside;

    private UnfinishedFile(Path place, Path folder) throws IOException {
        this.place = place;
        this.folder = folder;
        this.beside = Files.createTempFile(
                folder,
                place.getFileName() + ".unfinished-",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    /** Begins a file; throws {@link BackupRefused} when there is one already. */
    static UnfinishedFile of(Path file) throws IOException {
        Path place = file.toAbsolutePath().normalize();
        Path folder = place.getParent();
        if (Files.exists(place) || folder == null) {
            throw exists(place);
        }
        return new UnfinishedFile(place, folder);
    }

    /** Where to write. */
    Path path() {
        return beside;
    }

    /**
     * Gives the file its name; a crash afterwards does not lose it. Throws {@link BackupRefused} when another file took
     * the name meanwhile: a move alone would replace it.
     */
    void complete() throws IOException {
        force(beside, StandardOpenOption.WRITE);
        try {
            Files.createFile(place);
        } catch (FileAlreadyExistsException e) {
            throw exists(place);
        }
        Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE);
        force(folder, StandardOpenOption.READ);
    }

    /** Removes what was written, unless it is complete. */
    @Override
    public void close() throws IOException {
        Files.deleteIfExists(beside);
    }

    private static BackupRefused exists(Path place) {
        return BackupRefused.here("file-exists", Map.of("file", place.toString()));
    }

    private static void force(Path path, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }
}
