package org.panbao.rating;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs {@code docs/verify/rate_basis.py}. */
final class VerifyScript {

    static final Path FOLDER = RatingFixtures.TOP.resolve("docs/verify");

    private VerifyScript() {}

    /** Exit code and what was printed. */
    record Answer(int exit, String text) {}

    /** Checks a record that is written to {@code folder}. */
    static Answer check(Path folder, String json, String... options) throws IOException, InterruptedException {
        Path file = folder.resolve("rate-basis.json");
        Files.writeString(file, json, StandardCharsets.UTF_8);
        List<String> command = new ArrayList<>(
                List.of("python3", FOLDER.resolve("rate_basis.py").toString(), file.toString()));
        command.addAll(List.of(options));
        return run(command);
    }

    static Answer run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Answer(process.exitValue(), text.strip());
    }
}
