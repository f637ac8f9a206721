package org.panbao.underwriting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.panbao.support.Answer;
import org.panbao.support.ApiClient;
import org.panbao.support.PanbaoProcess;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code kill -9} in the middle of a stream of quotes, again and again on one data directory. */
class KilledQuotesIT {

    private static final int KILLS = 20;
    private static final int CALLERS = 4;
    private static final int QUOTES_BEFORE_KILL = 12;
    private static final Path PLANS = Path.of(System.getProperty("panbao.top"), "sample-data", "plans");
    private static final JsonMapper JSON = JsonMapper.shared();

    @TempDir
    private Path data;

    @Test
    void everyQuoteAnswered201IsThereAfterTheKillAndNothingIsHalfWritten() throws Exception {
        List<String> promised = new ArrayList<>();
        for (int kill = 0; kill < KILLS; kill++) {
            try (PanbaoProcess process = start()) {
                ApiClient insurer = insurer(process);
                assertWhole(insurer, promised.subList(Math.max(0, promised.size() - 40), promised.size()));
                promised.addAll(quoteUntilKilled(process, insurer));
            }
        }
        assertThat(promised).hasSizeGreaterThanOrEqualTo(KILLS * QUOTES_BEFORE_KILL);
        try (PanbaoProcess process = start()) {
            ApiClient insurer = insurer(process);
            assertWhole(insurer, promised);
            assertNothingIsHalfWritten(insurer, promised.size());
        }
    }

    private PanbaoProcess start() {
        return PanbaoProcess.start(data, List.of()).awaitOutput(PanbaoProcess.READY);
    }

    /** Several callers at once; the kill comes while they are still asking. */
    private static Queue<String> quoteUntilKilled(PanbaoProcess process, ApiClient insurer) throws Exception {
        insurer.token();
        Queue<String> answered = new ConcurrentLinkedQueue<>();
        CountDownLatch enough = new CountDownLatch(QUOTES_BEFORE_KILL);
        Map<String, Object> request = Map.of(
                "plan", JSON.readTree(Files.readString(PLANS.resolve("software-house.json"))), "productId", "sample-a");
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try {
            for (int caller = 0; caller < CALLERS; caller++) {
                callers.execute(() -> ask(insurer, request, answered, enough));
            }
            assertThat(enough.await(2, TimeUnit.MINUTES)).isTrue();
            process.kill();
        } finally {
            callers.shutdownNow();
            assertThat(callers.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        }
        return answered;
    }

    private static void ask(
            ApiClient insurer, Map<String, Object> request, Queue<String> answered, CountDownLatch enough) {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Answer answer = insurer.post("/api/v1/quotes", request);
                assertThat(answer.status()).as(answer.body()).isEqualTo(201);
                answered.add(answer.json().get("quoteId").asString());
                enough.countDown();
            } catch (UncheckedIOException e) {
                return; // killed
            } catch (IllegalStateException e) {
                return; // interrupted after the kill
            }
        }
    }

    /** Each is there with its rate basis, and decides the same again. */
    private static void assertWhole(ApiClient insurer, List<String> quotes) {
        for (String id : quotes) {
            String path = "/api/v1/quotes/" + id;
            assertThat(insurer.get(path).status()).as("quote %s", id).isEqualTo(200);
            assertThat(insurer.get(path + "/rate-basis").status())
                    .as("rate basis of %s", id)
                    .isEqualTo(200);
        }
        if (!quotes.isEmpty()) {
            Answer replay = insurer.post("/api/v1/quotes/" + quotes.get(quotes.size() - 1) + "/replay", "");
            assertThat(replay.json().get("identical").asBoolean())
                    .as(replay.body())
                    .isTrue();
        }
    }

    /** Also a quote whose answer was lost in the kill is whole, and the audit chain has no hole. */
    private static void assertNothingIsHalfWritten(ApiClient insurer, int atLeast) {
        int seen = 0;
        String cursor = "";
        do {
            JsonNode page = insurer.get("/api/v1/quotes?limit=200" + cursor).json();
            for (JsonNode line : page.get("items")) {
                String path = "/api/v1/quotes/" + line.get("quoteId").asString();
                assertThat(insurer.get(path + "/rate-basis").status()).isEqualTo(200);
                assertThat(insurer.get("/api/v1/plans/" + line.get("planId").asString())
                                .status())
                        .isEqualTo(200);
                seen++;
            }
            cursor = page.get("nextCursor").isNull()
                    ? ""
                    : "&cursor=" + page.get("nextCursor").asString();
        } while (!cursor.isEmpty());
        assertThat(seen).isGreaterThanOrEqualTo(atLeast);
        JsonNode audit = insurer.get("/api/v1/audit/verification").json();
        assertThat(audit.get("intact").asBoolean()).as(audit.toString()).isTrue();
    }

    private ApiClient insurer(PanbaoProcess process) throws IOException {
        JsonNode credentials = JSON.readTree(Files.readString(data.resolve("demo-credentials.json")));
        for (JsonNode client : credentials.get("clients")) {
            if (client.get("role").asString().equals("insurer")) {
                return process.client(
                        client.get("clientId").asString(),
                        client.get("clientSecret").asString());
            }
        }
        throw new AssertionError("no insurer among the demo credentials");
    }
}
