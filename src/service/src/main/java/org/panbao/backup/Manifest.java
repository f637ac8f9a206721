package org.panbao.backup;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.panbao.audit.ChainVerification;

/**
 * What is in a backup: the entry {@code manifest.json} of the file.
 *
 * @param formatVersion {@link #FORMAT_VERSION}
 * @param productVersion version of the program that made it
 * @param madeAt when its snapshot was taken
 * @param postgresMajor major version of the server that it was taken from
 * @param migrations names of the migrations that made the schema
 * @param tables in an order in which every row finds the rows that it refers to
 * @param files of the data directory; they hold secrets
 * @param auditChains what checking the chain of each organisation found when the backup was made
 */
public record Manifest(
        int formatVersion,
        String productVersion,
        Instant madeAt,
        int postgresMajor,
        List<String> migrations,
        List<Table> tables,
        List<Sequence> sequences,
        List<KeptFile> files,
        SortedMap<UUID, ChainVerification> auditChains) {

    public static final int FORMAT_VERSION = 1;

    public Manifest {
        migrations = List.copyOf(migrations);
        tables = List.copyOf(tables);
        sequences = List.copyOf(sequences);
        files = List.copyOf(files);
        auditChains = Collections.unmodifiableSortedMap(new TreeMap<>(auditChains));
    }

    /** Something whose bytes are an entry of the file. */
    public interface Content {

        /** Name of its entry. */
        String entry();

        long bytes();

        /** SHA-256 of its bytes, lower-case hexadecimal. */
        String sha256();
    }

    /**
     * Rows of a table in PostgreSQL's text form of {@code COPY}, in UTF-8.
     *
     * @param columns in the order of the rows' values
     */
    public record Table(String name, List<String> columns, long rows, long bytes, String sha256) implements Content {

        public Table {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(sha256, "sha256");
            columns = List.copyOf(columns);
        }

        @Override
        public String entry() {
            return entryOf(name);
        }

        static String entryOf(String name) {
            return "tables/" + name + ".copy";
        }
    }

    /** A sequence; {@code lastValue} is null while it has given no number. */
    public record Sequence(String name, @Nullable Long lastValue) {

        public Sequence {
            Objects.requireNonNull(name, "name");
        }
    }

    /** A file of the data directory, by its place there. */
    public record KeptFile(String path, long bytes, String sha256) implements Content {

        public KeptFile {
            Objects.requireNonNull(path, "path");
            Objects.requireNonNull(sha256, "sha256");
        }

        @Override
        public String entry() {
            return entryOf(path);
        }

        static String entryOf(String path) {
            return "files/" + path;
        }
    }

    /** Rows of all tables. */
    public long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }

    /** The last of the migrations, for people. */
    public String schemaVersion() {
        return migrations.isEmpty() ? "-" : Collections.max(migrations);
    }
}
