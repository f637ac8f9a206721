package org.panbao.storage;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.panbao.startup.StartRefused;

/**
 * The folder that holds everything this service keeps on disk: the embedded PostgreSQL, keys, demo credentials. One
 * running process owns it, by a file lock that the operating system drops when the process dies, however it dies.
 */
public final class DataDirectory implements Closeable {

    private static final String LOCK = "panbao.lock";
    private static final Set<PosixFilePermission> OWNER_ONLY_FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> OWNER_ONLY_FILE = PosixFilePermissions.fromString("rw-------");

    private final Path root;
    private final FileChannel lockChannel;

    private DataDirectory(Path root, FileChannel lockChannel) {
        this.root = root;
        this.lockChannel = lockChannel;
    }

    /** Makes the folder if it is missing and locks it; throws {@link StartRefused} when another process has it. */
    public static DataDirectory open(Path folder) {
        return tryOpen(folder)
                .orElseThrow(() -> new StartRefused(
                        "data-directory-in-use",
                        Map.of("folder", folder.toAbsolutePath().normalize().toString())));
    }

    /** As {@link #open}; empty when another process has it. */
    public static Optional<DataDirectory> tryOpen(Path folder) {
        Path root = folder.toAbsolutePath().normalize();
        try {
            makeFolder(root);
            FileChannel lock = lock(root);
            return lock == null ? Optional.empty() : Optional.of(new DataDirectory(root.toRealPath(), lock));
        } catch (IOException e) {
            throw new StartRefused(
                    "data-directory-unusable", Map.of("folder", root.toString(), "reason", e.toString()), e);
        }
    }

    public Path root() {
        return root;
    }

    public Path resolve(String name) {
        return root.resolve(name);
    }

    /** A sub-folder, made with mode 0700 if it is missing. */
    public Path folder(String name) {
        Path folder = root.resolve(name);
        try {
            makeFolder(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder;
    }

    /** Text of a file in this folder, if it is there. */
    public Optional<String> read(String name) {
        Path file = root.resolve(name);
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a file with mode 0600 in one step: after a crash it is the old one or the new one, never a part. */
    public Path writeSecret(String name, String text) {
        Path file = root.resolve(name);
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        try {
            makeFolder(parentOf(file));
            Files.deleteIfExists(beside);
            Files.createFile(beside, PosixFilePermissions.asFileAttribute(OWNER_ONLY_FILE));
            try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
                channel.force(true);
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    /** Removes a file, if it is there. */
    public void delete(String name) {
        try {
            Files.deleteIfExists(root.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives the folder free for another process. */
    @Override
    public void close() {
        try {
            lockChannel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable FileChannel lock(Path root) throws IOException {
        FileChannel channel = FileChannel.open(root.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            return null;
        }
        channel.truncate(0);
        channel.write(
                ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
        return channel;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // this very process has it
        }
    }

    private static void makeFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(OWNER_ONLY_FOLDER));
        }
    }

    private static Path parentOf(Path file) {
        Path parent = file.getParent();
        if (parent == null) {
            throw new IllegalArgumentException("no folder above " + file);
        }
        return parent;
    }
}
