package org.panbao.storage.postgres;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.panbao.startup.StartRefused;
import org.panbao.storage.DataDirectory;
import org.panbao.storage.DatabaseAccess;
import org.panbao.storage.DatabaseServer;
import org.panbao.storage.OperatorAccess;

/** A real PostgreSQL in the data directory, started on a thread of its own so that other start-up work goes on. */
public final class EmbeddedPostgres implements DatabaseServer {

    static final String FOLDER = "postgres";

    private static final String PASSWORDS = FOLDER + "/passwords.properties";
    private static final String MAJOR = "18";
    private static final String DATABASE = "panbao";

    private final CompletableFuture<Started> started;

    private EmbeddedPostgres(CompletableFuture<Started> started) {
        this.started = started;
    }

    /** Begins to start; returns at once. The caller holds the lock on {@code data} until {@link #close} returned. */
    public static EmbeddedPostgres start(DataDirectory data) {
        CompletableFuture<Started> started = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        started.complete(startNow(data));
                    } catch (RuntimeException | Error e) {
                        started.completeExceptionally(e);
                    }
                },
                "postgres-start");
        thread.setDaemon(true);
        thread.start();
        return new EmbeddedPostgres(started);
    }

    @Override
    public DatabaseAccess access() {
        try {
            return started.join().access();
        } catch (CompletionException e) {
            if (e.getCause() instanceof StartRefused refused) {
                throw refused;
            }
            throw e;
        }
    }

    /** Stops the server, also one that is still starting; a second call does nothing. */
    @Override
    public void close() {
        started.handle((server, failure) -> server)
                .thenAccept(server -> {
                    if (server != null && server.cluster().isRunning()) {
                        server.cluster().stop();
                    }
                })
                .join();
    }

    /** The superuser of the server, who meets no row-level security; waits until the server is up. */
    public OperatorAccess superuser() {
        return new OperatorAccess(access().url(), started.join().superuser());
    }

    /** The superuser of the server that another process runs in this data directory; empty when none is up. */
    public static Optional<OperatorAccess> superuserOfRunning(Path dataDirectory) {
        Path folder = dataDirectory.resolve(FOLDER);
        return Postmaster.portOf(folder.resolve(MAJOR))
                .map(port -> new OperatorAccess(
                        urlOf(port) + DATABASE,
                        PostgresPasswords.read(dataDirectory.resolve(PASSWORDS)).superuserLogin()));
    }

    /** Whether there is a cluster in this data directory. */
    public static boolean isIn(Path dataDirectory) {
        return Files.isDirectory(dataDirectory.resolve(FOLDER).resolve(MAJOR));
    }

    private static String urlOf(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/";
    }

    private static Started startNow(DataDirectory data) {
        Path folder = data.folder(FOLDER);
        PostgresPasswords passwords = PostgresPasswords.keptIn(data, PASSWORDS);
        PostgresBinaries binaries = PostgresBinaries.below(folder);
        ProcessOwner owner = ProcessOwner.choose(binaries, data.root());
        PostgresCluster cluster = new PostgresCluster(binaries, owner, folder.resolve(MAJOR));
        cluster.makeIfMissing(passwords.superuser());
        cluster.stopOrphan();
        String server = urlOf(cluster.start());
        DatabaseAccess access =
                new DatabaseAccess(server + DATABASE, passwords.ownerLogin(), passwords.applicationLogin());
        try {
            new RolesAndDatabase(server, passwords.superuser()).ensure(access, DATABASE);
        } catch (RuntimeException e) {
            cluster.stop();
            throw e;
        }
        return new Started(cluster, access, passwords.superuserLogin());
    }

    private record Started(PostgresCluster cluster, DatabaseAccess access, DatabaseAccess.Login superuser) {}
}
