package org.panbao.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
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

    private static Map<String, Object> vendor(String code) {
        return Map.of("code", code, "kind", "VENDOR", "name", "Test vendor");
    }
}
