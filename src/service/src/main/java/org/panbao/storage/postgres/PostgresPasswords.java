package org.panbao.storage.postgres;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Properties;
import org.panbao.storage.DataDirectory;
import org.panbao.storage.DatabaseAccess.Login;

/** Generated passwords of the embedded server's three roles, kept in a file that its owner alone can read. */
record PostgresPasswords(String superuser, String owner, String application) {

    /** The kept passwords; made and kept before the first use, so that a killed first start finds them again. */
    static PostgresPasswords keptIn(DataDirectory data, String file) {
        Optional<String> kept = data.read(file);
        if (kept.isPresent()) {
            return parse(kept.get());
        }
        PostgresPasswords made = new PostgresPasswords(random(), random(), random());
        data.writeSecret(
                file,
                "superuser=%s%nowner=%s%napplication=%s%n".formatted(made.superuser, made.owner, made.application));
        return made;
    }

    /** The passwords in this file; throws {@link UncheckedIOException} when it cannot be read. */
    static PostgresPasswords read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Login superuserLogin() {
        return new Login(PostgresCluster.SUPERUSER, superuser);
    }

    Login ownerLogin() {
        return new Login("panbao_owner", owner);
    }

    Login applicationLogin() {
        return new Login("panbao_app", application);
    }

    @Override
    public String toString() {
        return "PostgresPasswords";
    }

    private static PostgresPasswords parse(String text) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new PostgresPasswords(
                properties.getProperty("superuser", ""),
                properties.getProperty("owner", ""),
                properties.getProperty("application", ""));
    }

    private static String random() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
