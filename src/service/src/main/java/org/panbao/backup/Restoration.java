package org.panbao.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.panbao.storage.DataDirectory;
import org.panbao.storage.NewDatabase;
import org.springframework.dao.DataAccessException;
import org.springframework.util.FileSystemUtils;

/** Makes a data directory of a backup: a new cluster with the same schema and rows, and the same keys. */
public final class Restoration {

    private final Path file;
    private final Path folder;
    private final BooleanSupplier givenUp;

    /**
     * {@code folder} is empty or does not exist; it becomes the data directory. {@code givenUp} is asked all the time:
     * whether to stop and leave nothing behind.
     */
    public Restoration(Path file, Path folder, BooleanSupplier givenUp) {
        this.file = file;
        this.folder = folder;
        this.givenUp = givenUp;
    }

    /**
     * Checks every byte of the backup, then restores it. Throws {@link BackupRefused} when the file or the folder will
     * not do; whatever goes wrong, the folder is left as it was.
     */
    public Manifest run() {
        NewDataDirectory.refuseUnlessFree(folder);
        try (BackupArchive archive = BackupArchive.open(file, givenUp)) {
            Migrations migrations = Migrations.of(archive.manifest());
            archive.check();
            try (NewDataDirectory made = NewDataDirectory.at(folder)) {
                fill(made.unfinished(), archive, migrations);
                made.complete();
            }
            return archive.manifest();
        }
    }

    private static void fill(Path folder, BackupArchive archive, Migrations migrations) {
        try (DataDirectory data = DataDirectory.open(folder);
                NewDatabase database = NewDatabase.in(data)) {
            archive.manifest().files().forEach(kept -> data.writeSecret(kept.path(), archive.text(kept)));
            Path scripts = Files.createTempDirectory(folder, "migrations-");
            Flyway flyway = migrations.in(scripts, database.access());
            flyway.migrate();
            try (Connection connection = database.superuser().connect()) {
                new TableLoader(archive, connection).load();
            }
            flyway.validate(); // now against the history that came with the backup
            FileSystemUtils.deleteRecursively(scripts);
        } catch (SQLException | FlywayException | DataAccessException e) {
            throw BackupRefused.file("unfit", Map.of("place", String.valueOf(e.getMessage())));
        } catch (VerifiedInput.DamagedEntry e) {
            throw BackupArchive.damaged(folder.toString(), e); // it changed after it was checked
        } catch (IOException e) {
            throw BackupRefused.here("folder-unusable", Map.of("folder", folder.toString(), "reason", e.toString()));
        }
    }
}
