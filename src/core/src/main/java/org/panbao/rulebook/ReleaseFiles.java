package org.panbao.rulebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The bytes of one release: every file under {@code rules/} and {@code risk-models/}, by its path with forward slashes.
 * Where they come from (folder, jar, stored archive) is forgotten here.
 */
public record ReleaseFiles(SortedMap<String, byte[]> files) {

    public ReleaseFiles {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /** Any collection of files, by path such as {@code rules/gates/gates.csv}. */
    public static ReleaseFiles of(Map<String, byte[]> files) {
        return new ReleaseFiles(new TreeMap<>(files));
    }

    /** The folders {@code rules} and {@code risk-models} inside {@code top}; hidden files are left out. */
    public static ReleaseFiles ofFolder(Path top) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (String root : new String[] {"rules", "risk-models"}) {
            Path folder = top.resolve(root);
            if (Files.isDirectory(folder)) {
                addAll(top, folder, files);
            }
        }
        return new ReleaseFiles(files);
    }

    private static void addAll(Path top, Path folder, SortedMap<String, byte[]> files) {
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) walk.filter(Files::isRegularFile)::iterator) {
                if (!file.getFileName().toString().startsWith(".")) {
                    files.put(top.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the release folder " + folder, e);
        }
    }

    /** Text of a file in UTF-8; throws {@link RulebookException} naming the path when it is missing. */
    public String text(String path) {
        byte[] bytes = files.get(path);
        if (bytes == null) {
            throw new RulebookException(path, "file is missing from the release");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The files whose path starts with {@code prefix} and ends with {@code suffix}, sorted by path. */
    public SortedMap<String, byte[]> matching(String prefix, String suffix) {
        SortedMap<String, byte[]> found = new TreeMap<>();
        files.forEach((path, bytes) -> {
            if (path.startsWith(prefix) && path.endsWith(suffix)) {
                found.put(path, bytes);
            }
        });
        return found;
    }
}
