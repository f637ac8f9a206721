package org.panbao.rulebook;

import com.opencsv.CSVReader;
import com.opencsv.CSVWriter;
import com.opencsv.exceptions.CsvException;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The release cut down to four DRL files, for tests that compile more than once. */
public final class SmallRelease {

    private SmallRelease() {}

    static ReleaseFiles files() {
        TreeMap<String, byte[]> files = new TreeMap<>(Rulebooks.files().files());
        files.keySet()
                .removeIf(path -> path.endsWith(".drl") && !path.matches(".*/(payment|critical-gaps|exclusions).drl"));
        return new ReleaseFiles(files);
    }

    /** The release as it would be without these files, and without these columns of its tables. */
    public static ReleaseFiles without(Set<String> paths, Map<String, Set<String>> columns) {
        TreeMap<String, byte[]> files = new TreeMap<>(files().files());
        files.keySet().removeAll(paths);
        columns.forEach((path, dropped) -> files.computeIfPresent(
                path, (same, table) -> cut(table, dropped).getBytes(StandardCharsets.UTF_8)));
        return new ReleaseFiles(files);
    }

    private static String cut(byte[] table, Set<String> dropped) {
        StringWriter text = new StringWriter();
        try (CSVReader reader = new CSVReader(new StringReader(new String(table, StandardCharsets.UTF_8)));
                CSVWriter writer = new CSVWriter(text)) {
            List<String[]> lines = reader.readAll();
            List<Integer> kept = IntStream.range(0, lines.get(0).length)
                    .filter(column -> !dropped.contains(lines.get(0)[column]))
                    .boxed()
                    .toList();
            lines.forEach(line ->
                    writer.writeNext(kept.stream().map(column -> line[column]).toArray(String[]::new)));
        } catch (IOException | CsvException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    /** The release with the text of one file changed. */
    public static ReleaseFiles with(String path, String find, String replacement) {
        ReleaseFiles files = files();
        String text = files.text(path);
        if (!text.contains(find)) {
            throw new IllegalArgumentException(path + " does not hold " + find);
        }
        TreeMap<String, byte[]> changed = new TreeMap<>(files.files());
        changed.put(path, text.replace(find, replacement).getBytes(StandardCharsets.UTF_8));
        return new ReleaseFiles(changed);
    }
}
