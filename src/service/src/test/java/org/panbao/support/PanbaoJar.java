package org.panbao.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Runs commands of the packaged jar, each in a Java process of its own, in one folder. */
public final class PanbaoJar {

    private static final Path JAR = Path.of(System.getProperty("panbao.top"), "target", "panbao.jar");

    private final Path folder;

    /** In this folder, which also takes the cache of compiled rules. */
    public PanbaoJar(Path folder) {
        this.folder = folder;
    }

    /** What came of a command. */
    public record Ended(int code, String out, String err) {}

    public Ended run(String... words) {
        return run(null, words);
    }

    /** Runs a command that reads this file as its standard input. The machine's own language has no Chinese. */
    public Ended run(@Nullable Path input, String... words) {
        try {
            Path out = Files.createTempFile(folder, "out-", ".txt");
            Path err = Files.createTempFile(folder, "err-", ".txt");
            List<String> command = new ArrayList<>(List.of(
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
            if (input != null) {
                builder.redirectInput(input.toFile());
            }
            return ended(builder.start(), out, err);
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
