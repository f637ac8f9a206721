package org.panbao.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The service in a Java process of its own, for tests that kill it. Started from the class path of the test. */
public final class PanbaoProcess implements AutoCloseable {

    /** What the process prints when it is ready. */
    public static final String READY = "Panbao is ready";

    private static final Pattern ADDRESS = Pattern.compile(READY + ": (http://[^ ]+)");

    private final Process process;
    private final Path output;

    private PanbaoProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** Starts it on a data directory and a free port; {@code prefix} may run it as another user. */
    public static PanbaoProcess start(Path dataDirectory, List<String> prefix, String... arguments) {
        try {
            Path output = Files.createTempFile("panbao-process-", ".log");
            List<String> command = new ArrayList<>(prefix);
            command.addAll(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-Dfile.encoding=UTF-8",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "org.panbao.PanbaoApplication",
                    "--panbao.data-dir=" + dataDirectory,
                    "--server.port=0"));
            command.addAll(List.of(arguments));
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            return new PanbaoProcess(process, output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the output has this text; fails after three minutes or when the process ends without it. */
    public PanbaoProcess awaitOutput(String text) {
        long end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (!output().contains(text)) {
            if (System.nanoTime() > end || !process.isAlive()) {
                if (output().contains(text)) {
                    return this;
                }
                throw new AssertionError("not said: " + text + "\n" + output());
            }
            sleep(20);
        }
        return this;
    }

    /** Waits until a file or folder exists. */
    public PanbaoProcess awaitFile(Path file) {
        long end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (!Files.exists(file)) {
            if (System.nanoTime() > end || !process.isAlive()) {
                throw new AssertionError("not made: " + file + "\n" + output());
            }
            sleep(5);
        }
        return this;
    }

    /** Base address; asked after {@link #READY} was said. */
    public URI base() {
        Matcher matcher = ADDRESS.matcher(output());
        if (!matcher.find()) {
            throw new AssertionError("no address said\n" + output());
        }
        return URI.create(matcher.group(1));
    }

    /** A caller of this process. */
    public ApiClient client(String clientId, String clientSecret) {
        return new ApiClient(base(), clientId, clientSecret);
    }

    /** {@code kill -9}. */
    public void kill() {
        process.destroyForcibly();
        awaitExit();
    }

    /** {@code kill -TERM}; returns the exit code. */
    public int terminate() {
        process.destroy();
        return awaitExit();
    }

    public int awaitExit() {
        try {
            if (!process.waitFor(3, TimeUnit.MINUTES)) {
                throw new AssertionError("did not end\n" + output());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public String output() {
        try {
            return Files.readString(output, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Processes of PostgreSQL on this cluster folder. */
    public static long postgresOn(Path cluster) {
        try (Stream<ProcessHandle> processes = ProcessHandle.allProcesses()) {
            return processes
                    .filter(candidate -> commandLine(candidate.pid()).contains(cluster.toString()))
                    .count();
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            terminate();
        }
        output.toFile().delete();
    }

    private static String commandLine(long pid) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return ""; // ended meanwhile
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
