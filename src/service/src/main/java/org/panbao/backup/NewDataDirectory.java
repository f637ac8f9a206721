package org.panbao.backup;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * A data directory being made: under another name until it is complete, beside its place, or inside it where an empty
 * folder is there already (its owner may write nowhere else). What is not completed is removed.
 */
final class NewDataDirectory implements Closeable {

    /** Moved last into a folder that was there: with it the data directory is one. */
    private static final String DATABASE = "postgres";

    private final Path place;
    private final Path unfinished;
    private final boolean inside;

    private NewDataDirectory(Path place, Path unfinished, boolean inside) {
        this.place = place;
        this.unfinished = unfinished;
        this.inside = inside;
    }

    /** Throws {@link BackupRefused} when there is something at {@code folder} that is not an empty folder. */
    static void refuseUnlessFree(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            entries.findFirst().ifPresent(entry -> {
                throw BackupRefused.here(
                        "folder-not-empty",
                        Map.of("folder", folder.toString(), "entry", String.valueOf(entry.getFileName())));
            });
        } catch (NoSuchFileException e) {
            // it will be made
        } catch (IOException e) {
            throw unusable(folder, e);
        }
    }

    /** Begins one for the place {@code folder}; throws {@link BackupRefused} when nothing can be made there. */
    static NewDataDirectory at(Path folder) {
        Path place = folder.toAbsolutePath().normalize();
        refuseUnlessFree(place);
        boolean inside = Files.exists(place);
        Path parent = inside ? place : place.getParent();
        try {
            if (parent == null || !Files.isDirectory(parent)) {
                throw new NoSuchFileException(String.valueOf(parent));
            }
            String name = place.getFileName() + ".unfinished-restore-";
            return new NewDataDirectory(place, Files.createTempDirectory(parent, name), inside);
        } catch (IOException e) {
            throw unusable(place, e);
        }
    }

    /** Where to work. */
    Path unfinished() {
        return unfinished;
    }

    /** Gives it its place. */
    void complete() {
        try {
            if (inside) {
                moveInside();
            } else {
                Files.move(unfinished, place, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw unusable(place, e);
        }
    }

    private void moveInside() throws IOException {
        try (Stream<Path> entries = Files.list(unfinished)) {
            List<Path> databaseLast = entries.sorted(Comparator.comparing(entry -> entry.endsWith(DATABASE)))
                    .toList();
            for (Path entry : databaseLast) {
                Files.move(entry, place.resolve(unfinished.relativize(entry)), StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }

    /** Removes what was made, unless it is complete. */
    @Override
    public void close() {
        try {
            FileSystemUtils.deleteRecursively(unfinished);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BackupRefused unusable(Path folder, IOException cause) {
        return BackupRefused.here("folder-unusable", Map.of("folder", folder.toString(), "reason", cause.toString()));
    }
}
