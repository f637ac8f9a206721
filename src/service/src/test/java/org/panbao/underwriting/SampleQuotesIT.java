package org.panbao.underwriting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.panbao.support.Answer;
import org.panbao.support.ApiClient;
import org.panbao.support.PanbaoServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every sample plan over HTTP: the expected decision, a premium that another program finds again, a replay. */
class SampleQuotesIT {

    private static final Path TOP = Path.of(System.getProperty("panbao.top"));
    private static final Path PLANS = TOP.resolve("sample-data/plans");
    private static final Path SCRIPT = TOP.resolve("docs/verify/rate_basis.py");
    private static final JsonMapper JSON = JsonMapper.shared();

    @TempDir
    private static Path folder;

    /** A line of {@code EXPECTED.csv}. */
    record Expected(String file, String product, String decision) {}

    static List<Expected> expected() throws IOException {
        return Files.readAllLines(PLANS.resolve("EXPECTED.csv")).stream()
                .skip(1)
                .map(line -> line.split(",", 4))
                .map(cells -> new Expected(cells[0], cells[1], cells[2]))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("expected")
    void samplePlanGetsItsDecisionAndAPremiumThatAnyoneCanRecompute(Expected expected) throws Exception {
        ApiClient insurer = PanbaoServer.shared().asRole("insurer");
        Answer answer = insurer.post(
                "/api/v1/quotes",
                Map.of("plan", plan(expected.file()), "productId", expected.product(), "ratingDate", "2026-11-21"));

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        JsonNode quote = answer.json();
        assertThat(quote.get("decision").asString()).isEqualTo(expected.decision());
        assertThat(quote.get("score").get("dimensions").size()).isGreaterThanOrEqualTo(8);
        assertThat(quote.get("premium").isNull()).isEqualTo(expected.decision().equals("DECLINE"));

        String path = "/api/v1/quotes/" + quote.get("quoteId").asString();
        Answer basis = insurer.get(path + "/rate-basis");
        assertThat(basis.status()).isEqualTo(200);
        assertThat(recompute(basis.body())).isZero();
        if (!quote.get("premium").isNull()) {
            assertThat(basis.json()
                            .get("record")
                            .get("result")
                            .get("vat")
                            .get("gross")
                            .asString())
                    .isEqualTo(quote.get("premium").get("total").asString());
        }

        JsonNode replay = insurer.post(path + "/replay", "").json();
        assertThat(replay.get("identical").asBoolean()).as(replay.toString()).isTrue();
    }

    @Test
    void theScriptNoticesAChangedFen() throws Exception {
        ApiClient insurer = PanbaoServer.shared().asRole("insurer");
        Answer answer = insurer.post(
                "/api/v1/quotes", Map.of("plan", plan("machine-tool-maker.json"), "productId", "sample-a"));
        String total = answer.json().get("premium").get("total").asString();
        String basis = insurer.get(
                        "/api/v1/quotes/" + answer.json().get("quoteId").asString() + "/rate-basis")
                .body();

        assertThat(recompute(basis)).isZero();
        assertThat(recompute(basis.replace('"' + total + '"', "\"1.00\""))).isEqualTo(1);
    }

    private static JsonNode plan(String file) throws IOException {
        return JSON.readTree(Files.readString(PLANS.resolve(file)));
    }

    /** Exit code of the offline check. */
    private static int recompute(String basis) throws IOException, InterruptedException {
        Path file = Files.createTempFile(folder, "rate-basis", ".json");
        Files.writeString(file, basis);
        Path key = Files.writeString(
                folder.resolve("keys.json"),
                PanbaoServer.shared()
                        .asRole("insurer")
                        .get("/api/v1/rate-basis-keys")
                        .body());
        Process script = new ProcessBuilder("python3", SCRIPT.toString(), "--key", key.toString(), file.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(script.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return script.exitValue();
    }

    /** The files of the folder and the lines of the table name the same plans. */
    @Test
    void everyPlanOfTheFolderIsExpected() throws IOException {
        List<String> named = expected().stream().map(Expected::file).distinct().toList();
        try (Stream<Path> files = Files.list(PLANS)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".json")))
                    .containsExactlyInAnyOrderElementsOf(named)
                    .hasSizeGreaterThanOrEqualTo(16);
        }
    }
}
