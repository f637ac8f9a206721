package org.panbao.backup;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.panbao.backup.Manifest.Content;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A backup file being read. It comes from outside: nothing in it is believed before it is checked, it can name no place
 * outside the data directory, and no entry gives more bytes than the manifest states.
 */
final class BackupArchive implements Closeable {

    static final String MANIFEST = "manifest.json";

    private static final int LARGEST_MANIFEST = 16 * 1024 * 1024;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private final ZipFile zip;
    private final Manifest manifest;
    private final BooleanSupplier givenUp;

    private BackupArchive(ZipFile zip, Manifest manifest, BooleanSupplier givenUp) {
        this.zip = zip;
        this.manifest = manifest;
        this.givenUp = givenUp;
    }

    /**
     * Opens it and checks the manifest and the list of entries; throws {@link BackupRefused} naming the fault.
     * {@code givenUp} is asked while its content is read.
     */
    static BackupArchive open(Path file, BooleanSupplier givenUp) {
        if (!Files.isReadable(file)) {
            throw BackupRefused.here("file-unreadable", Map.of("file", file.toString()));
        }
        ZipFile zip = zip(file);
        try {
            Manifest manifest = readManifest(zip);
            refuseOtherEntries(zip, manifest);
            return new BackupArchive(zip, manifest, givenUp);
        } catch (RuntimeException e) {
            close(zip);
            throw e;
        }
    }

    static byte[] toJson(Manifest manifest) {
        return JSON.writeValueAsBytes(manifest);
    }

    Manifest manifest() {
        return manifest;
    }

    /** Reads everything once; throws {@link BackupRefused} naming the first entry that is not what was written. */
    void check() {
        contents(manifest).forEach(content -> {
            try (InputStream input = open(content)) {
                input.transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                throw damaged(content.entry(), e);
            }
        });
    }

    /** The bytes of a table or file; reading throws when they are not what was written. */
    InputStream open(Content content) throws IOException {
        return new VerifiedInput(zip.getInputStream(zip.getEntry(content.entry())), content, givenUp);
    }

    /** Text of a file of the data directory. */
    String text(Manifest.KeptFile file) {
        try (InputStream input = open(file)) {
            return new String(input.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw damaged(file.entry(), e);
        }
    }

    @Override
    public void close() {
        close(zip);
    }

    static BackupRefused damaged(String place, Exception cause) {
        return BackupRefused.file("damaged", Map.of("place", place, "reason", String.valueOf(cause.getMessage())));
    }

    private static ZipFile zip(Path file) {
        try {
            return new ZipFile(file.toFile());
        } catch (IOException e) {
            throw BackupRefused.file("not-a-backup", Map.of("reason", String.valueOf(e.getMessage())));
        }
    }

    private static Manifest readManifest(ZipFile zip) {
        ZipEntry entry = zip.getEntry(MANIFEST);
        if (entry == null) {
            throw BackupRefused.file("not-a-backup", Map.of("reason", MANIFEST + "?"));
        }
        try (InputStream input = zip.getInputStream(entry)) {
            byte[] bytes = input.readNBytes(LARGEST_MANIFEST + 1);
            CRC32 checksum = new CRC32();
            checksum.update(bytes);
            if (bytes.length > LARGEST_MANIFEST || checksum.getValue() != entry.getCrc()) {
                throw new IOException("size or checksum");
            }
            refuseOtherFormat(bytes);
            return JSON.readValue(bytes, Manifest.class);
        } catch (IOException | JacksonException e) {
            throw damaged(MANIFEST, e);
        }
    }

    /** Another format is told by its number alone, before its members are looked at. */
    private static void refuseOtherFormat(byte[] manifest) {
        int version = JSON.readTree(manifest).path("formatVersion").asInt(0);
        if (version != Manifest.FORMAT_VERSION) {
            throw BackupRefused.file(
                    "format-unknown",
                    Map.of(
                            "version", Integer.toString(version),
                            "known", Integer.toString(Manifest.FORMAT_VERSION)));
        }
    }

    /** The entries are those of the manifest, each once, and every file has a place of its own in a data directory. */
    private static void refuseOtherEntries(ZipFile zip, Manifest manifest) {
        manifest.files().stream()
                .filter(file -> !KeptFiles.isKept(file.path()) || file.bytes() > KeptFiles.LARGEST)
                .findFirst()
                .ifPresent(file -> {
                    throw BackupRefused.file("entry-unexpected", Map.of("entry", file.path()));
                });
        List<String> there = new ArrayList<>(zip.stream().map(ZipEntry::getName).toList());
        Stream.concat(Stream.of(MANIFEST), contents(manifest).map(Content::entry))
                .forEach(name -> {
                    if (!there.remove(name)) {
                        throw BackupRefused.file("entry-missing", Map.of("entry", name));
                    }
                });
        if (!there.isEmpty()) {
            throw BackupRefused.file("entry-unexpected", Map.of("entry", there.get(0)));
        }
    }

    private static Stream<Content> contents(Manifest manifest) {
        return Stream.concat(manifest.tables().stream(), manifest.files().stream());
    }

    private static void close(ZipFile zip) {
        try {
            zip.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
