package org.panbao.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One command of the packaged jar, run in a process of its own to its end. */
public final class PanbaoCommand {

    /** The jar that users start. */
    public static final Path JAR = Path.of(System.getProperty("panbao.top"), "target", "panbao.jar");

    private final List<String> prefix;
    private final Map<String, String> environment;

    private PanbaoCommand(List<String> prefix, Map<String, String> environment) {
        this.prefix = prefix;
        this.environment = environment;
    }

    /** What came of it. */
    public record Ended(int code, String out, String err) {

        public JsonNode json() {
            return JsonMapper.shared().readTree(out);
        }
    }

    /** Runs as the user of the test. */
    public static PanbaoCommand here() {
        return new PanbaoCommand(List.of(), Map.of());
    }

    /** Run by a program that stands before it, which may make it another user's. */
    public static PanbaoCommand through(String... prefix) {
        return new PanbaoCommand(List.of(prefix), Map.of());
    }

    /** With further environment variables. */
    public PanbaoCommand with(Map<String, String> more) {
        return new PanbaoCommand(prefix, more);
    }

    /** Runs it to its end. */
    public Ended run(String... words) {
        return run(process -> {}, words);
    }

    /** Runs it to its end; {@code meanwhile} is called once it has begun. */
    public Ended run(Consumer<Process> meanwhile, String... words) {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-jar",
                JAR.toString()));
        command.addAll(List.of(words));
        try {
            Path out = Files.createTempFile("panbao-command-", ".out");
            Path err = Files.createTempFile("panbao-command-", ".err");
            try {
                ProcessBuilder builder =
                        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
                builder.environment().putAll(environment);
                Process process = builder.start();
                meanwhile.accept(process);
                int code = awaitExit(process);
                return new Ended(
                        code,
                        Files.readString(out, StandardCharsets.UTF_8),
                        Files.readString(err, StandardCharsets.UTF_8));
            } finally {
                Files.delete(out);
                Files.delete(err);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int awaitExit(Process process) {
        try {
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError("the command did not end");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
