package org.panbao.underwriting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.panbao.intake.PlanEdits;
import org.panbao.support.Answer;
import org.panbao.support.ApiClient;
import org.panbao.support.PanbaoServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two callers change the same thing at the same moment: one wins, the other is told so, and only one change is kept. */
class ParallelChangesIT {

    private static final PanbaoServer SERVER = PanbaoServer.shared();
    private static final Path PLAN = Path.of(System.getProperty("panbao.top"), "sample-data/plans/college.json");

    private static ApiClient secondSenior = SERVER.anonymous();

    private final ApiClient insurer = SERVER.as("demo-insurer-1", "insurer");
    private final ApiClient senior = SERVER.as("demo-insurer-1", "underwriter-senior");

    @BeforeAll
    static void appointASecondSenior() {
        Answer made = SERVER.asRole("admin")
                .post(
                        "/api/v1/clients",
                        Map.of(
                                "organisationId", SERVER.organisationId("demo-insurer-1"),
                                "role", "underwriter-senior",
                                "clientId", "second-senior"));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        secondSenior = SERVER.withClient(
                "second-senior", made.json().get("clientSecret").asString());
        secondSenior.token();
    }

    @RepeatedTest(5)
    void aReferralIsDecidedByOneOfTwoSeniors() throws Exception {
        String quote = referred();
        List<Answer> answers = atOnce(
                () -> senior.post(quote + "/referral", decision("APPROVE")),
                () -> secondSenior.post(quote + "/referral", decision("DECLINE")));

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
        Answer winner = answers.get(0).status() == 200 ? answers.get(0) : answers.get(1);
        Answer loser = answers.get(0).status() == 200 ? answers.get(1) : answers.get(0);
        assertThat(loser.json().get("code").asString()).isIn("conflict", "state-conflict");
        JsonNode kept = insurer.get(quote).json();
        assertThat(kept.get("state")).isEqualTo(winner.json().get("state"));
        assertThat(kept.get("history").size()).isEqualTo(2);
    }

    /** Without If-Match a decision could follow a question; with it, it may not follow one that it has not seen. */
    @RepeatedTest(5)
    void aDecisionOnAStateThatWasSeenFollowsNoOther() throws Exception {
        String quote = referred();
        String seen = insurer.get(quote).header("ETag");
        List<Answer> answers = atOnce(
                () -> senior.post(quote + "/referral", decision("REQUEST_INFORMATION"), "If-Match", seen),
                () -> secondSenior.post(quote + "/referral", decision("APPROVE"), "If-Match", seen));

        assertThat(answers).extracting(Answer::status).containsOnlyOnce(200).anyMatch(status -> status != 200);
        assertThat(answers).extracting(Answer::status).isSubsetOf(200, 409, 412);
        assertThat(insurer.get(quote).json().get("history").size()).isEqualTo(2);
    }

    @Test
    void aDecisionOnAnOldStateIsRefused() throws Exception {
        String quote = referred();
        String seen = insurer.get(quote).header("ETag");
        assertThat(senior.post(quote + "/referral", decision("REQUEST_INFORMATION"), "If-Match", seen)
                        .status())
                .isEqualTo(200);

        Answer late = secondSenior.post(quote + "/referral", decision("APPROVE"), "If-Match", seen);

        assertThat(late.status()).isEqualTo(412);
        assertThat(late.json().get("code").asString()).isEqualTo("precondition-failed");
        assertThat(insurer.get(quote).json().get("state").asString()).isEqualTo("INFORMATION_REQUESTED");
    }

    @RepeatedTest(5)
    void ofTwoRevisionsOfAPlanOneIsStored() throws Exception {
        String plan =
                insurer.post("/api/v1/plans", PlanEdits.apply("short", "")).header("Location");
        List<Answer> answers = atOnce(
                () -> insurer.put(
                        plan, PlanEdits.apply("short", "set /insureds/0/staffCount = 36"), "If-Match", "\"1\""),
                () -> senior.put(
                        plan, PlanEdits.apply("short", "set /insureds/0/staffCount = 37"), "If-Match", "\"1\""));

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 412);
        int stored = answers.get(0).status() == 200 ? 36 : 37;
        Answer kept = insurer.get(plan);
        assertThat(kept.header("ETag")).isEqualTo("\"2\"");
        assertThat(kept.json().at("/plan/insureds/0/staffCount").asInt()).isEqualTo(stored);
        assertThat(insurer.get(plan + "/revisions").json().get("items").size()).isEqualTo(2);
    }

    private String referred() throws IOException {
        JsonNode plan = JsonMapper.shared().readTree(Files.readString(PLAN));
        Answer quote = insurer.post(
                "/api/v1/quotes",
                Map.of("plan", plan, "productId", "sample-a", "ratingDate", "2026-11-21"),
                "Idempotency-Key",
                UUID.randomUUID().toString());
        assertThat(quote.json().get("state").asString()).isEqualTo("REFERRED");
        return quote.header("Location");
    }

    private static Map<String, String> decision(String action) {
        return Map.of("action", action, "reason", "decided at the same moment as another");
    }

    private static List<Answer> atOnce(Callable<Answer> one, Callable<Answer> other) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<Answer> first = threads.submit(() -> {
                start.await();
                return one.call();
            });
            Future<Answer> second = threads.submit(() -> {
                start.await();
                return other.call();
            });
            return List.of(first.get(), second.get());
        } finally {
            threads.shutdown();
        }
    }
}
