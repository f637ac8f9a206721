package org.panbao.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs commands of the packaged jar, each in a Java process of its own, in one folder. */
public final class PanbaoJar {

    /** The jar that users start. */
    public static final Path JAR = Path.of(System.getProperty("panbao.top"), "target", "panbao.jar");

    private final Path folder;
    private final List<String> prefix;
    private final Map<String, String> environment;

    /** In this folder, which also takes the cache of compiled rules. */
    public PanbaoJar(Path folder) {
        this(folder, List.of(), Map.of());
    }

    private PanbaoJar(Path folder, List<String> prefix, Map<String, String> environment) {
        this.folder = folder;
        this.prefix = prefix;
        this.environment = environment;
    }

    /** Started by a program that stands before it, which may make it another user's. */
    public PanbaoJar through(String... program) {
        return new PanbaoJar(folder, List.of(program), environment);
    }

    /** With further environment variables. */
    public PanbaoJar with(Map<String, String> more) {
        return new PanbaoJar(folder, prefix, more);
    }

    /** What came of a command. */
    public record Ended(int code, String out, String err) {

        public JsonNode json() {
            return JsonMapper.shared().readTree(out);
        }
    }

    public Ended run(String... words) {
        return run(null, process -> {}, words);
    }

    /** Runs a command that reads this file as its standard input. */
    public Ended run(Path input, String... words) {
        return run(input, process -> {}, words);
    }

    /** Runs a command to its end; {@code meanwhile} is called once it has begun. */
    public Ended run(Consumer<Process> meanwhile, String... words) {
        return run(null, meanwhile, words);
    }

    /** The machine's own language has no Chinese. */
    private Ended run(@Nullable Path input, Consumer<Process> meanwhile, String... words) {
        try {
            Path out = Files.createTempFile(folder, "out-", ".txt");
            Path err = Files.createTempFile(folder, "err-", ".txt");
            List<String> command = new ArrayList<>(prefix);
            command.addAll(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-jar",
                    JAR.toString()));
            command.addAll(List.of(words));
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().put("LC_ALL", "C");
            builder.environment().putAll(environment);
            if (input != null) {
                builder.redirectInput(input.toFile());
            }
            Process process = builder.start();
            meanwhile.accept(process);
            return ended(process, out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Ended ended(Process process, Path out, Path err) throws IOException {
        try {
            if (!process.waitFor(3, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError("did not end: " + Files.readString(err));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
    }
}
