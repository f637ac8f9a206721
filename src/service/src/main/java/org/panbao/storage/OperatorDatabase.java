package org.panbao.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.panbao.startup.StartRefused;
import org.panbao.storage.DatabaseAccess.Login;
import org.panbao.storage.postgres.EmbeddedPostgres;
import org.springframework.core.env.Environment;

/**
 * The database as commands of the operator reach it, whether a service is running on it or not: the configured one, the
 * embedded one of a running service, or the embedded one of a stopped service, which is started for the time and holds
 * the lock on the data directory.
 */
public final class OperatorDatabase implements AutoCloseable {

    private static final String URL = "spring.datasource.url";

    private final OperatorAccess access;
    private final Runnable stop;

    private OperatorDatabase(OperatorAccess access, Runnable stop) {
        this.access = access;
        this.stop = stop;
    }

    /** Finds it; throws {@link StartRefused} when it cannot be reached, naming why. */
    public static OperatorDatabase open(Environment settings, Path dataDirectory) {
        refuseUnlessEnterable(dataDirectory);
        String url = settings.getProperty(URL);
        if (url != null) {
            return new OperatorDatabase(new OperatorAccess(url, reader(settings)), () -> {});
        }
        if (!EmbeddedPostgres.isIn(dataDirectory)) {
            throw refused("data-directory-without-database", dataDirectory);
        }
        return DataDirectory.tryOpen(dataDirectory)
                .map(OperatorDatabase::started)
                .orElseGet(() -> running(dataDirectory));
    }

    public OperatorAccess access() {
        return access;
    }

    /** Stops a server that was started for the time; leaves every other one alone. */
    @Override
    public void close() {
        stop.run();
    }

    private static void refuseUnlessEnterable(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw refused("data-directory-missing", folder);
        }
        if (!Files.isReadable(folder) || !Files.isExecutable(folder)) {
            throw refused("data-directory-closed", folder);
        }
    }

    private static OperatorDatabase started(DataDirectory data) {
        EmbeddedPostgres server = EmbeddedPostgres.start(data);
        Runnable stop = () -> {
            server.close();
            data.close();
        };
        try {
            return new OperatorDatabase(server.superuser(), stop);
        } catch (RuntimeException e) {
            stop.run();
            throw e;
        }
    }

    private static OperatorDatabase running(Path folder) {
        try {
            // the server's own command line names the real path
            OperatorAccess access = EmbeddedPostgres.superuserOfRunning(folder.toRealPath())
                    .orElseThrow(() -> refused("data-directory-without-server", folder));
            return new OperatorDatabase(access, () -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The role that reads past row-level security; the owner, if that one may. */
    private static Login reader(Environment settings) {
        String username = settings.getProperty("panbao.datasource.reader-username");
        return username == null
                ? ConfiguredDatabase.login(settings, "panbao.datasource.owner-")
                : ConfiguredDatabase.login(settings, "panbao.datasource.reader-");
    }

    private static StartRefused refused(String key, Path folder) {
        return new StartRefused(
                key, Map.of("folder", folder.toAbsolutePath().normalize().toString()));
    }
}
