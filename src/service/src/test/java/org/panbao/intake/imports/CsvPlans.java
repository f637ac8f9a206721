package org.panbao.intake.imports;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.JsonNode;

/** A zip of the tables of plans, written plan by plan, so that there can be many. */
public final class CsvPlans implements AutoCloseable {

    private static final String PLANS = "plans";
    private static final String KEY = "plan";

    private final Path folder;
    private final Map<String, Set<String>> columns = new LinkedHashMap<>();
    private final Map<String, Writer> tables = new LinkedHashMap<>();

    private CsvPlans(Path folder) {
        this.folder = folder;
    }

    /** Tables with the columns that plans like these have, to be built in an empty folder. */
    static CsvPlans like(Collection<JsonNode> plans, Path folder) throws IOException {
        CsvPlans made = new CsvPlans(folder);
        plans.forEach(plan -> made.rows(plan)
                .forEach((table, rows) -> rows.forEach(row -> made.columns
                        .computeIfAbsent(table, name -> new LinkedHashSet<>())
                        .addAll(row.keySet()))));
        for (Map.Entry<String, Set<String>> table : made.columns.entrySet()) {
            Writer writer = Files.newBufferedWriter(made.file(table.getKey()));
            made.tables.put(table.getKey(), writer);
            writer.append(KEY + ",").append(String.join(",", table.getValue())).append("\r\n");
        }
        return made;
    }

    /** A zip of these plans, with the keys {@code p0}, {@code p1} and so on. */
    public static Path zipOf(List<JsonNode> plans, Path folder) throws IOException {
        try (CsvPlans made = like(plans, folder)) {
            for (int i = 0; i < plans.size(); i++) {
                made.add("p" + i, plans.get(i));
            }
            return made.zip();
        }
    }

    void add(String key, JsonNode plan) {
        rows(plan).forEach((table, rows) -> rows.forEach(row -> write(table, key, row)));
    }

    /** Puts the tables into a zip; nothing can be added afterwards. */
    Path zip() throws IOException {
        close();
        Path zip = folder.resolve("plans.zip");
        try (OutputStream bytes = Files.newOutputStream(zip);
                ZipOutputStream entries = new ZipOutputStream(bytes)) {
            for (String table : tables.keySet()) {
                entries.putNextEntry(new ZipEntry(table + ".csv"));
                Files.copy(file(table), entries);
                entries.closeEntry();
            }
        }
        return zip;
    }

    @Override
    public void close() throws IOException {
        for (Writer writer : tables.values()) {
            writer.close();
        }
    }

    private Path file(String table) {
        return folder.resolve(table + ".csv");
    }

    private void write(String table, String key, Map<String, String> row) {
        try {
            tables.get(table)
                    .append(key + ",")
                    .append(columns.get(table).stream()
                            .map(column -> '"' + row.getOrDefault(column, "").replace("\"", "\"\"") + '"')
                            .collect(Collectors.joining(",")))
                    .append("\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Rows of each table. */
    private Map<String, List<Map<String, String>>> rows(JsonNode plan) {
        Map<String, List<Map<String, String>>> rows = new LinkedHashMap<>();
        Map<String, String> line = new LinkedHashMap<>();
        rows.put(PLANS, List.of(line));
        flatten("", plan, line, rows);
        line.remove("formatVersion"); // the format has one version
        return rows;
    }

    private void flatten(
            String prefix, JsonNode object, Map<String, String> line, Map<String, List<Map<String, String>>> rows) {
        object.propertyStream().forEach(member -> {
            String name = prefix + member.getKey();
            JsonNode value = member.getValue();
            if (value.isObject()) {
                flatten(name + ".", value, line, rows);
            } else if (value.isArray() && value.isEmpty()) {
                line.put(name, "none");
            } else if (value.isArray()) {
                rows.put(member.getKey(), items(value, rows));
            } else {
                line.put(name, value.asString());
            }
        });
    }

    private List<Map<String, String>> items(JsonNode list, Map<String, List<Map<String, String>>> rows) {
        List<Map<String, String>> items = new ArrayList<>();
        for (JsonNode item : list) {
            Map<String, String> row = new LinkedHashMap<>();
            if (item.isObject()) {
                flatten("", item, row, rows);
            } else {
                row.put("value", item.asString());
            }
            items.add(row);
        }
        return items;
    }
}
