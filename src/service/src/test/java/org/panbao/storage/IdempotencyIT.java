package org.panbao.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.panbao.intake.PlanEdits;
import org.panbao.support.Answer;
import org.panbao.support.ApiClient;
import org.panbao.support.PanbaoServer;

/** A repeated POST has one effect; a refused one has none. */
class IdempotencyIT {

    private static final String PATH = "/api/v1/organisations";

    private final PanbaoServer server = PanbaoServer.shared();
    private final ApiClient admin = server.asRole("admin");

    @Test
    void theSameRequestGetsTheSameAnswer() {
        String key = UUID.randomUUID().toString();
        Answer first = admin.post(PATH, vendor("repeat-vendor"), "Idempotency-Key", key);
        Answer second = admin.post(PATH, vendor("repeat-vendor"), "Idempotency-Key", key);

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.header("Content-Type")).isEqualTo(first.header("Content-Type"));
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(first.header("Idempotency-Replayed")).isEmpty();
    }

    @Test
    void theSameKeyWithAnotherRequestIsRefused() {
        String key = UUID.randomUUID().toString();
        admin.post(PATH, vendor("keyed-vendor-1"), "Idempotency-Key", key);

        Answer answer = admin.post(PATH, vendor("keyed-vendor-2"), "Idempotency-Key", key);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("code").asString()).isEqualTo("idempotency-key-reused");
        assertThat(admin.get(PATH + "?limit=200").body()).doesNotContain("keyed-vendor-2");
    }

    @Test
    void requestsAtTheSameTimeHaveOneEffect() throws Exception {
        String key = UUID.randomUUID().toString();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        Callable<Answer> call = () -> admin.post(PATH, vendor("racing-vendor"), "Idempotency-Key", key);
        List<Future<Answer>> answers = threads.invokeAll(List.of(call, call, call, call, call, call, call, call));
        threads.shutdown();

        for (Future<Answer> answer : answers) {
            assertThat(answer.get().status()).isEqualTo(201);
            assertThat(answer.get().body()).isEqualTo(answers.get(0).get().body());
        }
    }

    @Test
    void aRefusedRequestLeavesTheKeyFree() {
        String key = UUID.randomUUID().toString();
        Answer refused = admin.post(PATH, vendor("Not A Code"), "Idempotency-Key", key);
        Answer corrected = admin.post(PATH, vendor("corrected-vendor"), "Idempotency-Key", key);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(corrected.status()).isEqualTo(201);
    }

    @Test
    void aSecretIsNotKeptForARepetition() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> client = Map.of(
                "organisationId", server.organisationId("demo-vendor-1"), "role", "vendor", "clientId", "shown-once");
        Answer first = admin.post("/api/v1/clients", client, "Idempotency-Key", key);
        Answer second = admin.post("/api/v1/clients", client, "Idempotency-Key", key);

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.json().get("reason").asString()).isEqualTo("answer-shown-once");
    }

    @Test
    void aKeyOutOfBoundsIsRefused() {
        assertThat(admin.post(PATH, vendor("long-key"), "Idempotency-Key", "k".repeat(201))
                        .status())
                .isEqualTo(422);
    }

    /** A key belongs to the caller who sent it: another caller of the same organisation has his own. */
    @Test
    void twoCallersOfOneOrganisationMayUseTheSameKey() {
        String key = UUID.randomUUID().toString();
        Answer first = server.as("demo-insurer-1", "insurer").post("/api/v1/plans", plan(), "Idempotency-Key", key);
        Answer second =
                server.as("demo-insurer-1", "underwriter-senior").post("/api/v1/plans", plan(), "Idempotency-Key", key);

        assertNothingShared(first, second);
    }

    @Test
    void twoOrganisationsMayUseTheSameKey() {
        String key = UUID.randomUUID().toString();
        Answer first = server.as("demo-insurer-1", "insurer").post("/api/v1/plans", plan(), "Idempotency-Key", key);
        Answer second = server.as("demo-insurer-2", "insurer").post("/api/v1/plans", plan(), "Idempotency-Key", key);

        assertNothingShared(first, second);
    }

    @Test
    void theSameKeyForAnotherCallIsRefused() {
        ApiClient insurer = server.as("demo-insurer-1", "insurer");
        String key = UUID.randomUUID().toString();
        assertThat(insurer.post("/api/v1/plans", plan(), "Idempotency-Key", key).status())
                .isEqualTo(201);

        for (String call : new String[] {"/api/v1/plans?dryRun=true", "/api/v1/quotes"}) {
            Answer other = insurer.post(call, plan(), "Idempotency-Key", key);
            assertThat(other.status()).as(call).isEqualTo(422);
            assertThat(other.json().get("code").asString()).isEqualTo("idempotency-key-reused");
        }
    }

    @Test
    void plansFiledAtTheSameTimeWithOneKeyAreOnePlan() throws Exception {
        ApiClient insurer = server.as("demo-insurer-1", "insurer");
        String body = PlanEdits.apply("short", "set /policyholder/name = \"并发测试有限公司\"");
        String key = UUID.randomUUID().toString();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        Callable<Answer> call = () -> insurer.post("/api/v1/plans", body, "Idempotency-Key", key);
        List<Answer> answers = new ArrayList<>();
        for (Future<Answer> answer : threads.invokeAll(Collections.nCopies(8, call))) {
            answers.add(answer.get());
        }
        threads.shutdown();

        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(answers.stream().map(answer -> answer.header("Location")).distinct())
                .hasSize(1);
        assertThat(answers.stream()
                        .filter(answer -> answer.header("Idempotency-Replayed").isEmpty()))
                .hasSize(1);
        assertThat(insurer.get("/api/v1/plans?name=%E5%B9%B6%E5%8F%91").json().get("items"))
                .hasSize(1);
    }

    private static void assertNothingShared(Answer first, Answer second) {
        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.header("Idempotency-Replayed")).isEmpty();
        assertThat(second.header("Location")).isNotEqualTo(first.header("Location"));
    }

    private static String plan() {
        return PlanEdits.apply("short", "");
    }

    private static Map<String, Object> vendor(String code) {
        return Map.of("code", code, "kind", "VENDOR", "name", "Test vendor");
    }
}
