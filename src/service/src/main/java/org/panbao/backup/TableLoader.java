package org.panbao.backup;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.panbao.audit.AuditChains;
import org.panbao.backup.Manifest.Table;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Puts the rows of a backup into a schema that its migrations have made, in one transaction. Foreign keys and checks
 * hold for every row; triggers written by hand, such as those of append-only tables, rest meanwhile, because they
 * speak of what a service does and not of what was.
 */
final class TableLoader {

    private static final int BUFFER = 64 * 1024;

    private final BackupArchive archive;
    private final Manifest manifest;
    private final Connection connection;
    private final JdbcClient jdbc;

    /** {@code connection} is the superuser's: row-level security would refuse {@code COPY}. */
    TableLoader(BackupArchive archive, Connection connection) {
        this.archive = archive;
        this.manifest = archive.manifest();
        this.connection = connection;
        this.jdbc = Snapshot.jdbc(connection);
    }

    /** Loads everything, checks it and commits; throws {@link BackupRefused} when the outcome is not what was backed up. */
    void load() throws SQLException, IOException {
        connection.setAutoCommit(false);
        Snapshot.agreeOnForms(connection);
        List<TableCatalogue.Found> tables = tables();
        handWrittenTriggers("disable", tables);
        jdbc.sql("truncate " + tables.stream().map(TableCatalogue.Found::quoted).collect(Collectors.joining(", ")))
                .update();
        for (TableCatalogue.Found table : tables) {
            fill(table);
        }
        jdbc.sql("set constraints all immediate").update();
        handWrittenTriggers("enable", tables);
        setSequences();
        verify(tables);
        connection.commit();
    }

    /** The tables of the schema, in the order to fill them; they are those of the backup. */
    private List<TableCatalogue.Found> tables() {
        TableCatalogue catalogue = new TableCatalogue(jdbc);
        List<TableCatalogue.Found> tables = catalogue.tables();
        Map<String, Set<String>> there = tables.stream()
                .collect(Collectors.toMap(TableCatalogue.Found::name, table -> Set.copyOf(table.columns())));
        Map<String, Set<String>> stated =
                manifest.tables().stream().collect(Collectors.toMap(Table::name, table -> Set.copyOf(table.columns())));
        Set<String> sequences =
                catalogue.sequences().stream().map(Manifest.Sequence::name).collect(Collectors.toSet());
        Set<String> statedSequences =
                manifest.sequences().stream().map(Manifest.Sequence::name).collect(Collectors.toSet());
        if (!there.equals(stated) || !sequences.equals(statedSequences)) {
            throw unfit("schema");
        }
        return tables.stream()
                .map(table -> new TableCatalogue.Found(
                        table.name(), stated(table.name()).columns())) // in the order of the values
                .toList();
    }

    private void handWrittenTriggers(String verb, List<TableCatalogue.Found> tables) {
        tables.forEach(table -> jdbc.sql("alter table " + table.quoted() + " " + verb + " trigger user")
                .update());
    }

    private void fill(TableCatalogue.Found table) throws SQLException, IOException {
        try (InputStream rows = archive.open(stated(table.name()))) {
            Snapshot.copies(connection)
                    .copyIn("copy " + table.forCopy() + " from stdin (encoding 'UTF8')", rows, BUFFER);
        }
    }

    private void setSequences() {
        for (Manifest.Sequence sequence : manifest.sequences()) {
            if (sequence.lastValue() != null) {
                jdbc.sql("select setval(:name::regclass, :value)")
                        .param("name", "public." + TableCatalogue.quote(sequence.name()))
                        .param("value", sequence.lastValue())
                        .query(Long.class)
                        .single();
            }
        }
    }

    private void verify(List<TableCatalogue.Found> tables) {
        for (TableCatalogue.Found table : tables) {
            long rows = jdbc.sql("select count(*) from " + table.quoted())
                    .query(Long.class)
                    .single();
            if (rows != stated(table.name()).rows()) {
                throw unfit(table.name());
            }
        }
        if (!new AuditChains(jdbc).verifyAll().equals(manifest.auditChains())) {
            throw unfit("audit_entry");
        }
    }

    private Table stated(String table) {
        return manifest.tables().stream()
                .filter(candidate -> candidate.name().equals(table))
                .findFirst()
                .orElseThrow(() -> unfit(table));
    }

    private static BackupRefused unfit(String place) {
        return BackupRefused.file("unfit", Map.of("place", place));
    }
}
