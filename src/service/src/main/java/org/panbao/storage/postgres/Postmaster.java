package org.panbao.storage.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The server process that PostgreSQL's own {@code postmaster.pid} names. */
final class Postmaster {

    private static final String PID_FILE = "postmaster.pid";
    private static final int PID_LINE = 0;
    private static final int PORT_LINE = 3;

    private Postmaster() {}

    /**
     * The process id of a server that is running on {@code cluster}, by the operating system's word and not by the
     * file's alone: after a crash the number may belong to another program.
     */
    static Optional<Long> runningOn(Path cluster) {
        return pidFromFile(cluster).filter(pid -> isPostgresOn(cluster, pid));
    }

    /** Removes a pid file that no server of this cluster stands behind; PostgreSQL would refuse a recycled number. */
    static void removeStalePidFile(Path cluster) {
        try {
            Files.deleteIfExists(cluster.resolve(PID_FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The port of the server that is running on {@code cluster}; empty when there is none or it is not yet up. */
    static Optional<Integer> portOf(Path cluster) {
        return runningOn(cluster).isPresent() ? numberInFile(cluster, PORT_LINE).map(Long::intValue) : Optional.empty();
    }

    private static Optional<Long> pidFromFile(Path cluster) {
        return numberInFile(cluster, PID_LINE);
    }

    private static Optional<Long> numberInFile(Path cluster, int line) {
        try {
            List<String> lines = Files.readAllLines(cluster.resolve(PID_FILE), StandardCharsets.ISO_8859_1);
            return lines.size() <= line
                    ? Optional.empty()
                    : Optional.of(Long.valueOf(lines.get(line).strip()));
        } catch (NoSuchFileException | NumberFormatException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isPostgresOn(Path cluster, long pid) {
        try {
            String[] command = Files.readString(
                            Path.of("/proc", Long.toString(pid), "cmdline"), StandardCharsets.ISO_8859_1)
                    .split("\0");
            List<String> arguments = List.of(command);
            // the path may hold Chinese characters, so it is compared as bytes were read
            String folder =
                    new String(cluster.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
            return arguments.get(0).endsWith("/postgres") && arguments.contains(folder);
        } catch (IOException e) {
            return false; // no such process
        }
    }
}
