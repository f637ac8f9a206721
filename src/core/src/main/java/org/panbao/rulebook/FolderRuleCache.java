package org.panbao.rulebook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Sha256;

/**
 * One file a key: the SHA-256 of key and content in hex, then the content. The key is part of the checksum, so that a
 * file under a wrong name is as foreign as a damaged one.
 */
final class FolderRuleCache implements RuleCache {

    private static final int CHECKSUM_LENGTH = 64;
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    private final Path folder;

    FolderRuleCache(Path folder) {
        this.folder = folder;
    }

    @Override
    public byte @Nullable [] find(String key) {
        try {
            byte[] file = Files.readAllBytes(fileOf(key));
            if (file.length < CHECKSUM_LENGTH) {
                return null;
            }
            String stated = new String(file, 0, CHECKSUM_LENGTH, StandardCharsets.US_ASCII);
            byte[] content = Arrays.copyOfRange(file, CHECKSUM_LENGTH, file.length);
            return stated.equals(checksum(key, content)) ? content : null;
        } catch (IOException e) {
            return null; // a cache that cannot be read is an empty one
        }
    }

    @Override
    public void store(String key, byte[] bytes) {
        try {
            makeFolder();
            Path beside = Files.createTempFile(folder, "rules-", ".tmp");
            try {
                byte[] head = checksum(key, bytes).getBytes(StandardCharsets.US_ASCII);
                byte[] file = Arrays.copyOf(head, head.length + bytes.length);
                System.arraycopy(bytes, 0, file, head.length, bytes.length);
                Files.write(beside, file);
                Files.move(beside, fileOf(key), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(beside);
            }
        } catch (IOException e) {
            // the next start compiles again
        }
    }

    /** For its owner alone: what lies in it is code. */
    private void makeFolder() throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        } else {
            Files.createDirectories(folder);
        }
    }

    private Path fileOf(String key) {
        return folder.resolve("rules-" + key + ".bin");
    }

    private static String checksum(String key, byte[] content) {
        return Sha256.of(key + " " + Sha256.of(content));
    }
}
