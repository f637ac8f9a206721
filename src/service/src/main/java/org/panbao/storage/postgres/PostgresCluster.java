package org.panbao.storage.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One PostgreSQL data folder: made once, configured anew at each start, started and stopped through {@code pg_ctl}.
 * Only over the loopback address, only with a password, and durable: nothing here trades safety for speed.
 */
final class PostgresCluster {

    static final String SUPERUSER = "panbao_postgres";

    private static final Logger LOG = LoggerFactory.getLogger(PostgresCluster.class);
    private static final int PORT_TRIES = 3;
    private static final String ACCESS_RULES = """
            # written at every start: the loopback address, with a password, and nobody else
            host all all 127.0.0.1/32 scram-sha-256
            """;

    private final PostgresBinaries binaries;
    private final ProcessOwner owner;
    private final Path folder;
    private final Path log;

    PostgresCluster(PostgresBinaries binaries, ProcessOwner owner, Path folder) {
        this.binaries = binaries;
        this.owner = owner;
        this.folder = folder;
        this.log = folder.resolve("server.log");
    }

    /** Makes the cluster if it is missing: beside, then renamed. */
    void makeIfMissing(String superuserPassword) {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path beside = Folders.makeBeside(folder);
        owner.give(beside);
        try {
            Path cluster = beside.resolve("cluster");
            Path passwordFile = Files.writeString(beside.resolve("password"), superuserPassword);
            owner.give(passwordFile);
            new ProgramRun(owner.command(List.of(
                            binaries.program("initdb"),
                            "--pgdata=" + cluster,
                            "--username=" + SUPERUSER,
                            "--pwfile=" + passwordFile,
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            "--locale=C",
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8",
                            "--data-checksums",
                            "--no-instructions")))
                    .orThrow();
            Files.move(cluster, folder, StandardCopyOption.ATOMIC_MOVE);
            Files.delete(passwordFile);
            Files.delete(beside);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops a server that a killed process left behind. The caller holds the lock on the data directory. */
    void stopOrphan() {
        Postmaster.runningOn(folder).ifPresent(pid -> {
            LOG.info("stopping PostgreSQL process {} left by a process that was killed", pid);
            stop();
        });
        Postmaster.removeStalePidFile(folder);
    }

    /** Starts the server and waits until it answers; returns its port. */
    int start() {
        for (int attempt = 1; ; attempt++) {
            int port = freePort();
            configure(port);
            try {
                controller("start", "--wait", "--timeout=240", "--log=" + log);
                return port;
            } catch (IllegalStateException e) {
                if (attempt == PORT_TRIES) {
                    throw new IllegalStateException(e.getMessage() + System.lineSeparator() + lastLogLines(), e);
                }
                LOG.info("PostgreSQL did not start on port {}; trying another", port);
            }
        }
    }

    /** Stops the server at once but cleanly: open transactions are rolled back, a checkpoint is written. */
    void stop() {
        controller("stop", "--wait", "--mode=fast", "--timeout=60");
    }

    boolean isRunning() {
        return Postmaster.runningOn(folder).isPresent();
    }

    private void controller(String action, String... options) {
        List<String> command = Stream.concat(
                        Stream.of(binaries.program("pg_ctl"), action, "--silent", "--pgdata=" + folder),
                        Stream.of(options))
                .toList();
        new ProgramRun(owner.command(command)).orThrow();
    }

    private void configure(int port) {
        String settings = """
                # written at every start
                port = %d
                listen_addresses = '127.0.0.1'
                unix_socket_directories = ''
                max_connections = 60
                shared_buffers = '128MB'
                fsync = on
                synchronous_commit = on
                full_page_writes = on
                password_encryption = 'scram-sha-256'
                timezone = 'UTC'
                log_timezone = 'UTC'
                lc_messages = 'C'
                log_min_messages = 'warning'
                log_line_prefix = '%%m [%%p] '
                log_parameter_max_length = 0
                log_parameter_max_length_on_error = 0
                log_min_error_statement = 'panic'
                """.formatted(port);
        try {
            owner.give(Files.writeString(folder.resolve("postgresql.conf"), settings));
            owner.give(Files.writeString(folder.resolve("pg_hba.conf"), ACCESS_RULES));
            Files.deleteIfExists(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String lastLogLines() {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join(System.lineSeparator(), lines.subList(Math.max(0, lines.size() - 10), lines.size()));
        } catch (IOException e) {
            return "no server log";
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
