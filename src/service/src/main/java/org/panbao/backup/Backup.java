package org.panbao.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.panbao.audit.AuditChains;
import org.panbao.audit.ChainVerification;
import org.panbao.backup.Manifest.KeptFile;
import org.panbao.backup.Manifest.Table;
import org.panbao.storage.OperatorAccess;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Makes a backup of a database, which may be in use, and of the keys beside it, as one file: a ZIP of one entry for
 * each table and file, and a manifest with their digests. Rows stream through; memory does not grow with them.
 */
public final class Backup {

    /** Of an SQL state: the role may not read these rows. */
    private static final String NOT_PERMITTED = "42501";

    private final OperatorAccess database;
    private final Path dataDirectory;
    private final String productVersion;
    private final BooleanSupplier givenUp;

    /** {@code givenUp} is asked all the time: whether to stop and leave nothing behind. */
    public Backup(OperatorAccess database, Path dataDirectory, String productVersion, BooleanSupplier givenUp) {
        this.database = database;
        this.dataDirectory = dataDirectory;
        this.productVersion = productVersion;
        this.givenUp = givenUp;
    }

    /**
     * Writes the backup and reads it again before it gets its name. Throws {@link BackupRefused} when there is such a
     * file already, it cannot be written, or the database's role does not see every row; then nothing is left behind.
     */
    public Manifest writeTo(Path file) {
        try (UnfinishedFile unfinished = UnfinishedFile.of(file)) {
            Manifest manifest = write(unfinished.path());
            try (BackupArchive written = BackupArchive.open(unfinished.path(), givenUp)) {
                written.check();
            }
            unfinished.complete();
            return manifest;
        } catch (IOException e) {
            throw BackupRefused.here("file-unwritable", Map.of("file", file.toString(), "reason", e.toString()));
        }
    }

    private Manifest write(Path file) throws IOException {
        try (Connection connection = database.connect();
                ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            Manifest manifest = write(Snapshot.begin(connection), zip);
            zip.putNextEntry(new ZipEntry(BackupArchive.MANIFEST));
            zip.write(BackupArchive.toJson(manifest));
            zip.closeEntry();
            return manifest;
        } catch (SQLException e) {
            throw unreadable(e);
        } catch (DataAccessException e) {
            throw e.getRootCause() instanceof SQLException cause ? unreadable(cause) : e;
        }
    }

    private Manifest write(Snapshot snapshot, ZipOutputStream zip) throws SQLException, IOException {
        JdbcClient jdbc = snapshot.jdbc();
        Instant madeAt = jdbc.sql("select transaction_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
        TableCatalogue catalogue = new TableCatalogue(jdbc);
        List<Table> tables = new ArrayList<>();
        for (TableCatalogue.Found table : catalogue.tables()) {
            tables.add(write(table, snapshot, zip));
        }
        SortedMap<UUID, ChainVerification> chains = new AuditChains(jdbc).verifyAll();
        return new Manifest(
                Manifest.FORMAT_VERSION,
                productVersion,
                madeAt,
                snapshot.serverMajor(),
                catalogue.migrations(),
                tables,
                catalogue.sequences(),
                writeFiles(zip),
                chains);
    }

    private Table write(TableCatalogue.Found table, Snapshot snapshot, ZipOutputStream zip)
            throws SQLException, IOException {
        zip.putNextEntry(new ZipEntry(Table.entryOf(table.name())));
        MeasuredOutput measured = new MeasuredOutput(zip, givenUp);
        BufferedOutputStream buffered = new BufferedOutputStream(measured);
        long rows = snapshot.copy(table, buffered);
        buffered.flush();
        zip.closeEntry();
        return new Table(table.name(), table.columns(), rows, measured.bytes(), measured.sha256());
    }

    private List<KeptFile> writeFiles(ZipOutputStream zip) throws IOException {
        List<KeptFile> files = new ArrayList<>();
        for (String path : KeptFiles.in(dataDirectory)) {
            zip.putNextEntry(new ZipEntry(KeptFile.entryOf(path)));
            MeasuredOutput measured = new MeasuredOutput(zip, givenUp);
            copyFile(dataDirectory.resolve(path), measured);
            zip.closeEntry();
            files.add(new KeptFile(path, measured.bytes(), measured.sha256()));
        }
        return files;
    }

    private static void copyFile(Path file, MeasuredOutput target) {
        try {
            Files.copy(file, target);
        } catch (IOException e) {
            throw BackupRefused.here("file-unreadable", Map.of("file", file.toString()));
        }
    }

    private BackupRefused unreadable(SQLException e) {
        Map<String, String> values =
                Map.of("role", database.login().username(), "reason", String.valueOf(e.getMessage()));
        return BackupRefused.here(NOT_PERMITTED.equals(e.getSQLState()) ? "rows-hidden" : "database-fails", values);
    }
}
