package org.panbao.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.panbao.storage.DatabaseAccess;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The schema exactly as it was when a backup was made: its migrations and no later ones, which the next start brings. */
final class Migrations {

    private static final String ALL = "classpath*:db/migration/*.sql";

    private final Map<String, Resource> wanted;

    private Migrations(Map<String, Resource> wanted) {
        this.wanted = wanted;
    }

    /** Those of a backup; throws {@link BackupRefused} when this program does not have one of them. */
    static Migrations of(Manifest manifest) {
        Map<String, Resource> known = new LinkedHashMap<>();
        try {
            for (Resource resource : new PathMatchingResourcePatternResolver().getResources(ALL)) {
                known.put(resource.getFilename(), resource);
            }
        } catch (IOException e) {
            throw new IllegalStateException("the migrations of this program cannot be listed", e);
        }
        List<String> unknown = new ArrayList<>(manifest.migrations());
        unknown.removeAll(known.keySet());
        if (!unknown.isEmpty()) {
            throw BackupRefused.file(
                    "schema-newer", Map.of("migration", unknown.get(0), "version", manifest.productVersion()));
        }
        known.keySet().retainAll(manifest.migrations());
        return new Migrations(known);
    }

    /** Flyway for these migrations, which it finds as copies in {@code folder}. */
    Flyway in(Path folder, DatabaseAccess database) throws IOException {
        for (Map.Entry<String, Resource> migration : wanted.entrySet()) {
            try (InputStream content = migration.getValue().getInputStream()) {
                Files.copy(content, folder.resolve(migration.getKey()));
            }
        }
        return Flyway.configure()
                .dataSource(
                        database.url(),
                        database.owner().username(),
                        database.owner().password())
                .locations("filesystem:" + folder)
                // the operator that a migration makes is replaced by the one of the backup
                .placeholders(Map.of(
                        "app", database.application().username(), "operator_code", "operator", "operator_name", "-"))
                .outOfOrder(true)
                .load();
    }
}
