package org.panbao.storage.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders made beside their final place and renamed when they are complete. */
final class Folders {

    private static final String MARK = ".unfinished-";

    private Folders() {}

    /** A new empty folder beside {@code folder}; what killed starts left there is removed first. */
    static Path makeBeside(Path folder) {
        Path parent = folder.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IllegalArgumentException("no folder above " + folder);
        }
        String prefix = folder.getFileName() + MARK;
        try (Stream<Path> siblings = Files.list(parent)) {
            siblings.filter(sibling -> sibling.getFileName().toString().startsWith(prefix))
                    .forEach(Folders::remove);
            return Files.createTempDirectory(parent, prefix);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes a folder as far as it can: a killed start's {@code initdb} may still be writing into it. */
    private static void remove(Path folder) {
        try (Stream<Path> tree = Files.walk(folder)) {
            List<Path> deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException e) {
            System.getLogger(Folders.class.getName())
                    .log(System.Logger.Level.INFO, "left for the next start: " + folder + " (" + e + ")");
        }
    }
}
