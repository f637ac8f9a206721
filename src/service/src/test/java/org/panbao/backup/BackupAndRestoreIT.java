package org.panbao.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.panbao.storage.OperatorDatabase;
import org.panbao.support.Answer;
import org.panbao.support.ApiClient;
import org.panbao.support.PanbaoJar;
import org.panbao.support.PanbaoJar.Ended;
import org.panbao.support.PanbaoProcess;
import org.springframework.core.env.StandardEnvironment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From a service that goes on quoting to another one that stands on its backup. */
class BackupAndRestoreIT {

    private static final Path PLANS = Path.of(System.getProperty("panbao.top"), "sample-data", "plans");
    private static final JsonMapper JSON = JsonMapper.shared();

    @TempDir
    private Path folder;

    private PanbaoJar commands;

    private final List<String> quotedBefore = new ArrayList<>();
    private final List<String> quotedMeanwhile = new CopyOnWriteArrayList<>();

    @BeforeEach
    void runCommandsElsewhere(@TempDir Path elsewhere) {
        commands = new PanbaoJar(elsewhere);
    }

    @Test
    void aServiceGoesOnFromABackupThatWasTakenWhileItServed() throws Exception {
        Path data = folder.resolve("data");
        Path file = folder.resolve("backup.zip");
        Path restored = folder.resolve("restored");
        JsonNode keys;
        JsonNode made;
        try (PanbaoProcess process = PanbaoProcess.start(data, List.of()).awaitOutput(PanbaoProcess.READY)) {
            ApiClient insurer = insurer(process, data);
            quoteEverySample(insurer);
            made = backUpWhileQuoting(insurer, data, file);
            keys = insurer.get("/api/v1/rate-basis-keys").json();
        }

        Ended ended = commands.run("restore", file.toString(), "--data-dir", restored.toString(), "--lang", "en");
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out()).contains("Restored to " + restored);
        assertNothingIsUnfinished();

        assertEveryQuoteReplays(restored, made.get("rows").get("quote").asLong());
        try (PanbaoProcess process = PanbaoProcess.start(restored, List.of()).awaitOutput(PanbaoProcess.READY)) {
            ApiClient insurer = insurer(process, data); // with the credentials of the first one
            assertThat(insurer.get("/api/v1/rate-basis-keys").json()).isEqualTo(keys);
            assertQuotesAreThere(insurer, made);
            assertTheAuditChainGoesOn(insurer, made);
            assertADifferenceIsNamed(restored, quotedBefore.get(0));
        }
    }

    private void quoteEverySample(ApiClient insurer) throws IOException {
        try (Stream<Path> plans = Files.list(PLANS)) {
            for (Path plan : plans.filter(path -> path.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                quotedBefore.add(quote(insurer, plan));
            }
        }
        assertThat(quotedBefore).hasSizeGreaterThanOrEqualTo(20); // as many as there are sample plans
    }

    private static String quote(ApiClient insurer, Path plan) throws IOException {
        Answer answer = insurer.post(
                "/api/v1/quotes", Map.of("plan", JSON.readTree(Files.readString(plan)), "productId", "sample-a"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().get("quoteId").asString();
    }

    /** The command's own account of the backup; quotes are made before, during and after its snapshot. */
    private JsonNode backUpWhileQuoting(ApiClient insurer, Path data, Path file) throws Exception {
        CountDownLatch running = new CountDownLatch(3);
        Thread caller = new Thread(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                try {
                    quotedMeanwhile.add(quote(insurer, PLANS.resolve("software-house.json")));
                    running.countDown();
                } catch (IOException | IllegalStateException e) {
                    return; // interrupted
                }
            }
        });
        caller.start();
        Ended ended;
        int already;
        try {
            running.await();
            already = quotedMeanwhile.size();
            ended = commands.run("backup", file.toString(), "--data-dir", data.toString(), "--json");
            CountDownLatch afterwards = new CountDownLatch(1);
            int then = quotedMeanwhile.size();
            while (quotedMeanwhile.size() == then && caller.isAlive()) {
                afterwards.await(50, TimeUnit.MILLISECONDS);
            }
        } finally {
            caller.interrupt();
            caller.join();
        }
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        JsonNode made = ended.json();
        long quotes = made.get("rows").get("quote").asLong();
        assertThat(quotes)
                .isGreaterThanOrEqualTo(quotedBefore.size() + already)
                .isLessThan(quotedBefore.size() + quotedMeanwhile.size());
        assertThat(made.get("rows").get("rate_basis").asLong()).isEqualTo(quotes); // one moment for all tables
        return made;
    }

    private void assertEveryQuoteReplays(Path restored, long quotes) {
        Ended ended = commands.run("replay", "--all", "--data-dir", restored.toString(), "--json");
        assertThat(ended.code()).as(ended.out() + ended.err()).isZero();
        assertThat(ended.json().get("replayed").asLong()).isEqualTo(quotes);
        assertThat(ended.json().get("different")).isEmpty();
    }

    private void assertQuotesAreThere(ApiClient insurer, JsonNode made) {
        for (String id : quotedBefore) {
            assertThat(insurer.get("/api/v1/quotes/" + id).status()).isEqualTo(200);
        }
        long meanwhile = quotedMeanwhile.stream()
                .filter(id -> insurer.get("/api/v1/quotes/" + id).status() == 200)
                .count();
        assertThat(quotedBefore.size() + meanwhile)
                .isEqualTo(made.get("rows").get("quote").asLong());
    }

    /** Intact, not shorter than when it was backed up, and still growing. */
    private void assertTheAuditChainGoesOn(ApiClient insurer, JsonNode made) throws IOException {
        quote(insurer, PLANS.resolve("software-house.json"));
        JsonNode audit = insurer.get("/api/v1/audit/verification").json();
        assertThat(audit.get("intact").asBoolean()).as(audit.toString()).isTrue();
        long longest = 0;
        for (JsonNode chain : made.get("auditChains")) {
            assertThat(chain.get("intact").asBoolean()).isTrue();
            longest = Math.max(longest, chain.get("headSequence").asLong());
        }
        assertThat(audit.get("headSequence").asLong()).isGreaterThan(longest);
    }

    /** While the service runs: a quote whose record was changed past the service, and one that was not. */
    private void assertADifferenceIsNamed(Path restored, String quote) throws Exception {
        try (OperatorDatabase database = OperatorDatabase.open(new StandardEnvironment(), restored);
                Connection connection = database.access().connect();
                PreparedStatement change = connection.prepareStatement(
                        "update rate_basis set sha256 = repeat('0', 64) where quote_id = ?")) {
            change.setObject(1, UUID.fromString(quote));
            assertThat(change.executeUpdate()).isEqualTo(1);
        }
        Ended changed = commands.run("replay", quote, "--data-dir", restored.toString(), "--lang", "en");
        assertThat(changed.code()).isEqualTo(1);
        assertThat(changed.out()).contains(quote, "different in 1 places, first at \"/sha256\": stored 0000");

        Ended other = commands.run("replay", quotedBefore.get(1), "--data-dir", restored.toString(), "--lang", "en");
        assertThat(other.code()).as(other.err()).isZero();
        assertThat(other.out()).contains(quotedBefore.get(1) + "  identical");
    }

    private void assertNothingIsUnfinished() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(path -> String.valueOf(path.getFileName())))
                    .containsExactlyInAnyOrder("data", "backup.zip", "restored");
        }
    }

    private static ApiClient insurer(PanbaoProcess process, Path data) throws IOException {
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
