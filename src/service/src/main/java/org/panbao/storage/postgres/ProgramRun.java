package org.panbao.storage.postgres;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One run of a program to its end. */
record ProgramRun(List<String> command) {

    private static final long TIMEOUT_SECONDS = 300; // a start on a loaded machine took a minute

    /** Runs it; throws {@link IllegalStateException} with its output when it fails. */
    void orThrow() {
        Result result = run();
        if (result.exitCode() != 0) {
            throw new IllegalStateException(command + " ended with " + result.exitCode() + ": "
                    + result.output().strip());
        }
    }

    /** Runs it; false when it fails or is not there. */
    boolean succeeds() {
        try {
            return run().exitCode() == 0;
        } catch (UncheckedIOException e) {
            return false; // no such program
        }
    }

    /** Output goes through a file: a server started by the program keeps a pipe open and we would wait for ever. */
    private Result run() {
        try {
            Path output = Files.createTempFile("panbao-", ".out");
            try {
                ProcessBuilder builder = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectInput(new File("/dev/null"))
                        .redirectOutput(output.toFile());
                builder.directory(new File("/"));
                builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
                builder.environment().put("LC_ALL", "C");
                builder.environment().put("TZ", "UTC");
                int exitCode = waitFor(builder.start());
                return new Result(exitCode, Files.readString(output, Charset.forName("ISO-8859-1")));
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int waitFor(Process process) {
        try {
            if (process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                return process.exitValue();
            }
            process.destroyForcibly();
            throw new IllegalStateException(command + " did not end within " + TIMEOUT_SECONDS + " s");
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + command, e);
        }
    }

    private record Result(int exitCode, String output) {}
}
