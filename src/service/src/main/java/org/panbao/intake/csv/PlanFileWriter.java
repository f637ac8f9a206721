package org.panbao.intake.csv;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.panbao.base.Language;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes plans as a zip with one CSV file for each table. The tables grow in temporary files, so memory does not grow
 * with the number of plans. For one thread; {@link #close} deletes the files.
 */
public final class PlanFileWriter implements Closeable {

    private final Path folder;
    private final Map<Path, PlanTableWriter> tables = new LinkedHashMap<>();

    /** Writes into a folder that is its own, and goes with it. */
    PlanFileWriter(TableLayout layout, Language language, Path folder) throws IOException {
        this.folder = folder;
        try {
            for (Table table : layout.tables()) {
                Path file = folder.resolve(table.name() + ".csv");
                tables.put(file, new PlanTableWriter(table, language, Files.newOutputStream(file)));
            }
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /**
     * Adds a plan.
     *
     * @param key names its rows in all tables; different for each plan
     * @param plan as JSON, in the published format
     */
    public void add(String key, JsonNode plan) {
        tables.values().forEach(table -> table.plan(key, plan));
    }

    /**
     * Adds a stored plan, its id as its key, with the revision that it is: who changes the file and imports it files a
     * further revision.
     */
    public void add(UUID planId, int revision, JsonNode plan) {
        ObjectNode numbered = plan.deepCopy().asObject();
        add(planId.toString(), numbered.put(Table.REVISION, revision));
    }

    /** Writes the zip with all plans that were added. */
    public void writeTo(OutputStream out) {
        try (PlanZip zip = new PlanZip(out)) {
            for (Map.Entry<Path, PlanTableWriter> table : tables.entrySet()) {
                table.getValue().flush();
                zip.add(String.valueOf(table.getKey().getFileName()), table.getKey());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            for (PlanTableWriter table : tables.values()) {
                table.close();
            }
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }
}
