package org.panbao.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.panbao.backup.Manifest.KeptFile;
import org.panbao.backup.Manifest.Table;
import org.panbao.base.Sha256;

/** Backup files that somebody or something has changed. */
class BackupArchiveTest {

    private static final BooleanSupplier GO_ON = () -> false;
    private static final String ROWS = "1\tone\n2\ttwo\n";
    private static final String KEY = "public\nprivate\n";
    private static final String TABLE_ENTRY = "tables/thing.copy";

    @TempDir
    Path folder;

    private final Map<String, String> entries =
            new LinkedHashMap<>(Map.of(TABLE_ENTRY, ROWS, "files/rate-basis-ed25519.key", KEY));

    @Test
    void aWholeBackupIsReadAsItWasWritten() throws IOException {
        try (BackupArchive archive = BackupArchive.open(write(manifest()), GO_ON)) {
            archive.check();
            assertThat(archive.manifest()).isEqualTo(manifest());
            assertThat(archive.text(archive.manifest().files().get(0))).isEqualTo(KEY);
        }
    }

    @Test
    void everyFlippedByteOfTheContentIsNoticed() throws IOException {
        byte[] whole = Files.readAllBytes(write(manifest()));
        int start = indexOf(whole, ROWS.getBytes(StandardCharsets.UTF_8));
        for (int place = start; place < start + ROWS.length(); place++) {
            byte[] damaged = whole.clone();
            damaged[place] ^= 1;

            assertThat(refusal(damaged).text().en()).contains("damaged at " + TABLE_ENTRY);
        }
    }

    @Test
    void everyFlippedByteOfTheManifestIsNoticed() throws IOException {
        byte[] whole = Files.readAllBytes(write(manifest()));
        byte[] manifest = BackupArchive.toJson(manifest());
        int start = indexOf(whole, manifest);
        for (int place = start; place < start + manifest.length; place++) {
            byte[] damaged = whole.clone();
            damaged[place] ^= 1;

            assertThat(refusal(damaged).text().en()).contains("damaged at manifest.json");
        }
    }

    @Test
    void aTruncatedFileIsNoBackupWhereverItEnds() throws IOException {
        byte[] whole = Files.readAllBytes(write(manifest()));
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = new byte[length];
            System.arraycopy(whole, 0, cut, 0, length);

            assertThat(refusal(cut).isOfInput()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tables/other.copy", "files/keys/other.json", "../outside", "/etc/passwd", "notes.txt"})
    void anEntryThatTheManifestDoesNotNameIsRefused(String name) throws IOException {
        entries.put(name, "anything");

        assertThat(refusal(write(manifest())).text().en()).contains("does not belong there: " + name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../outside.key",
                "keys/../../outside.key",
                "/etc/passwd",
                "panbao.lock",
                "postgres/passwords.properties",
                "keys/.hidden",
                "keys/a/b.json"
            })
    void aFileThatWouldGoElsewhereIsRefusedAlthoughTheManifestNamesIt(String path) throws IOException {
        entries.put("files/" + path, KEY);
        KeptFile planted = new KeptFile(path, KEY.length(), Sha256.of(KEY));

        assertThat(refusal(write(manifest(table(ROWS.length()), planted)))
                        .text()
                        .en())
                .contains("does not belong there: " + path);
    }

    @Test
    void anEntryThatIsNotThereIsNamed() throws IOException {
        entries.remove(TABLE_ENTRY);

        assertThat(refusal(write(manifest())).text().en()).contains("no " + TABLE_ENTRY);
    }

    @Test
    void anEntryThatExpandsBeyondWhatIsStatedIsNotReadToItsEnd() throws IOException {
        entries.put(TABLE_ENTRY, ROWS + "3\tthree\n".repeat(1_000_000));

        assertThat(refusal(write(manifest())).text().en()).contains("damaged at " + TABLE_ENTRY);
    }

    @Test
    void anotherFormatIsToldByItsNumber() throws IOException {
        String other = new String(BackupArchive.toJson(manifest()), StandardCharsets.UTF_8)
                .replaceFirst("\"formatVersion\" : 1", "\"formatVersion\" : 2, \"more\" : []");

        assertThat(refusal(zip(other)).text().en()).contains("is of format 2; this program knows format 1");
    }

    @Test
    void aBackupOfANewerProgramIsRefusedByTheMigrationThatIsMissingHere() {
        Manifest newer = manifest("V001__organisations_and_row_security.sql", "V999__of_tomorrow.sql");

        assertThatThrownBy(() -> Migrations.of(newer))
                .isInstanceOfSatisfying(
                        BackupRefused.class,
                        refused -> assertThat(refused.text().en())
                                .contains("newer program (9.9)", "V999__of_tomorrow.sql"));
    }

    @Test
    void somethingElseIsNoBackup() throws IOException {
        assertThat(refusal("not a zip".getBytes(StandardCharsets.UTF_8)).text().en())
                .contains("not a whole backup");
        assertThat(refusal(Files.readAllBytes(zip(null))).text().en()).contains("not a whole backup");
    }

    private BackupRefused refusal(byte[] bytes) throws IOException {
        return refusal(Files.write(folder.resolve("changed.zip"), bytes));
    }

    private static BackupRefused refusal(Path file) {
        return catchThrowableOfType(BackupRefused.class, () -> {
            try (BackupArchive archive = BackupArchive.open(file, GO_ON)) {
                archive.check();
            }
        });
    }

    private static Manifest manifest(String... migrations) {
        return manifest(List.of(migrations), table(ROWS.length()), List.of());
    }

    private static Manifest manifest(Table table, KeptFile planted) {
        return manifest(List.of(), table, List.of(planted));
    }

    private static Manifest manifest(List<String> migrations, Table table, List<KeptFile> more) {
        List<KeptFile> files = new ArrayList<>(more);
        files.add(new KeptFile("rate-basis-ed25519.key", KEY.length(), Sha256.of(KEY)));
        return new Manifest(
                1,
                "9.9",
                Instant.parse("2026-11-21T10:15:30Z"),
                18,
                migrations,
                List.of(table),
                List.of(),
                files,
                new TreeMap<>());
    }

    private static Table table(long bytes) {
        return new Table("thing", List.of("id", "name"), 2, bytes, Sha256.of(ROWS));
    }

    private Path write(Manifest manifest) throws IOException {
        return zip(new String(BackupArchive.toJson(manifest), StandardCharsets.UTF_8));
    }

    /** Entries as they are, not compressed, so that a test finds their bytes. */
    private Path zip(String manifest) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setMethod(ZipOutputStream.STORED);
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                put(zip, entry.getKey(), entry.getValue());
            }
            if (manifest != null) {
                put(zip, "manifest.json", manifest);
            }
        }
        return Files.write(folder.resolve("backup.zip"), bytes.toByteArray());
    }

    private static void put(ZipOutputStream zip, String name, String content) throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        CRC32 checksum = new CRC32();
        checksum.update(bytes);
        ZipEntry entry = new ZipEntry(name);
        entry.setSize(bytes.length);
        entry.setCrc(checksum.getValue());
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    private static int indexOf(byte[] whole, byte[] part) {
        return new String(whole, StandardCharsets.ISO_8859_1).indexOf(new String(part, StandardCharsets.ISO_8859_1));
    }
}
