package org.panbao.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.panbao.access.Caller;
import org.panbao.access.Role;
import org.panbao.jobs.store.JobStore;
import org.panbao.storage.TenantTransactions;
import org.panbao.support.Answer;
import org.panbao.support.ApiClient;
import org.panbao.support.PanbaoServer;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The life of a job, watched over HTTP. */
class JobsIT {

    private static final PanbaoServer SERVER = PanbaoServer.shared();
    private static final PacedWork WORK = PacedWork.in(SERVER);

    private final ApiClient owner = SERVER.as("demo-insurer-1", "insurer");
    private final ApiClient stranger = SERVER.as("demo-insurer-2", "insurer");
    private final UUID organisation = UUID.fromString(SERVER.organisationId("demo-insurer-1"));
    private final TenantTransactions transactions = SERVER.bean(TenantTransactions.class);
    private final JobStore store = SERVER.bean(JobStore.class);
    private final JdbcClient jdbc = SERVER.bean(JdbcClient.class);

    @Test
    void progressRisesItemByItemUntilTheJobIsDone() {
        UUID job = begin("a,b,bad,d");
        for (int items = 1; items <= 3; items++) {
            WORK.permit(job, 1);
            int expected = items;
            JsonNode seen = await(job, answer -> answer.at("/progress/done").asInt() == expected);
            assertThat(seen.get("state").asString()).isEqualTo("RUNNING");
            assertThat(seen.at("/progress/total").asInt()).isEqualTo(4);
            assertThat(seen.get("endedAt").isNull()).isTrue();
        }
        WORK.permit(job, 1);

        JsonNode ended = awaitState(job, "DONE");
        assertThat(ended.at("/progress/accepted").asInt()).isEqualTo(3);
        assertThat(ended.at("/progress/refused").asInt()).isEqualTo(1);
        assertThat(ended.get("endedAt").isNull()).isFalse();
        assertThat(items(job)).extracting(item -> item.get("key").asString()).containsExactly("a", "b", "bad", "d");
        assertThat(owner.get("/api/v1/audit?limit=200").body()).contains(job.toString());
    }

    @Test
    void aCancelledJobKeepsWhatWasDoneAndSaysSo() {
        UUID job = begin("a,b,c,d,e");
        WORK.permit(job, 2);
        await(job, answer -> answer.at("/progress/done").asInt() == 2);

        Answer cancelled = owner.delete(path(job));
        assertThat(cancelled.status()).isEqualTo(200);
        assertThat(cancelled.json().get("cancelRequested").asBoolean()).isTrue();
        WORK.permit(job, 1); // the item that was begun before the cancellation ends

        JsonNode ended = awaitState(job, "CANCELLED");
        assertThat(ended.at("/progress/done").asInt()).isEqualTo(3);
        assertThat(ended.at("/progress/total").asInt()).isEqualTo(5);
        assertThat(items(job)).hasSize(3);
        assertThat(owner.delete(path(job)).json()).isEqualTo(ended);
    }

    @Test
    void aJobThatWaitsIsCancelledAtOnce() {
        List<UUID> atWork = List.of(begin("a"), begin("a"));
        atWork.forEach(job -> awaitState(job, "RUNNING"));
        UUID waiting = begin("a");

        assertThat(owner.delete(path(waiting)).json().get("state").asString()).isEqualTo("CANCELLED");

        atWork.forEach(job -> WORK.permit(job, 1));
        atWork.forEach(job -> awaitState(job, "DONE"));
        assertThat(WORK.begun(waiting)).isEmpty();
        assertThat(owner.delete(path(atWork.get(0))).json().get("state").asString())
                .isEqualTo("DONE");
    }

    @Test
    void anItemThatBreaksIsRefusedAloneAndLeavesNothing() {
        UUID job = begin("a,broken,c");
        WORK.permit(job, 3);

        JsonNode ended = awaitState(job, "DONE");
        assertThat(ended.at("/progress/accepted").asInt()).isEqualTo(2);
        assertThat(ended.at("/progress/refused").asInt()).isEqualTo(1);
        assertThat(items(job).get(1).at("/findings/0/code").asString()).isEqualTo("item-failed");
        assertThat(rows("job_input", job)).isZero();
    }

    @Test
    void theErrorFileNamesPlacesInBothLanguagesAndHoldsNoFormula() {
        UUID job = begin("a,bad");
        WORK.permit(job, 2);
        awaitState(job, "DONE");

        Answer chinese = owner.get(path(job) + "/errors.csv");
        assertThat(chinese.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(chinese.header("Content-Disposition")).contains("attachment");
        assertThat(chinese.body())
                .isEqualTo("\ufeff"
                        + "\"item\",\"accepted\",\"file\",\"row\",\"column\",\"severity\",\"code\",\"message\"\r\n"
                        + "\"bad\",\"false\",\"'=sum.csv\",\"7\",\"name\",\"ERROR\",\"wrong\",\"'=1+1 不对\"\r\n");
        assertThat(owner.get(path(job) + "/errors.csv?lang=en").body()).contains("\"wrong\",\"\"\"wrong\"\"\"\r\n");
        assertThat(owner.get(path(job) + "/errors.csv?lang=fr").status()).isEqualTo(422);
    }

    @Test
    void anotherOrganisationSeesNothingOfIt() {
        UUID job = begin("a");
        WORK.permit(job, 1);
        awaitState(job, "DONE");

        for (String call : List.of("", "/items", "/errors.csv")) {
            assertThat(stranger.get(path(job) + call).status()).as(call).isEqualTo(404);
        }
        assertThat(stranger.delete(path(job)).status()).isEqualTo(404);
        assertThat(stranger.get("/api/v1/jobs?limit=200").body()).doesNotContain(job.toString());
        assertThat(owner.get("/api/v1/jobs?limit=200").body()).contains(job.toString());
    }

    @Test
    void pagesThroughJobsAndItems() {
        UUID job = begin("a,b,c");
        WORK.permit(job, 3);
        awaitState(job, "DONE");
        UUID last = begin("bad");

        JsonNode newest = owner.get("/api/v1/jobs?limit=1").json();
        assertThat(newest.get("items"))
                .extracting(item -> item.get("jobId").asString())
                .containsExactly(last.toString());
        String cursor = newest.get("nextCursor").asString();
        assertThat(owner.get("/api/v1/jobs?limit=1&cursor=" + cursor).json().get("items"))
                .doesNotContainAnyElementsOf(newest.get("items"));
        JsonNode first = owner.get(path(job) + "/items?limit=2").json();
        assertThat(first.get("items")).hasSize(2);
        String rest =
                path(job) + "/items?limit=2&cursor=" + first.get("nextCursor").asString();
        assertThat(owner.get(rest).json().get("items"))
                .extracting(item -> item.get("position").asInt())
                .containsExactly(2);
        WORK.permit(last, 1);
        awaitState(last, "DONE");
    }

    @Test
    void aJobThatAKilledProcessLeftGoesOnAfterItsLastItem() {
        UUID job = left("a,b,c,d", 2, 0);
        WORK.permit(job, 4);

        JsonNode ended = awaitState(job, "DONE");
        assertThat(WORK.begun(job)).containsExactly("c", "d");
        assertThat(ended.at("/progress/done").asInt()).isEqualTo(4);
        assertThat(items(job)).hasSize(4);
    }

    @Test
    void aJobThatKillsWhoeverTakesItUpIsGivenUp() {
        UUID job = left("a", 0, 3);

        assertThat(awaitState(job, "FAILED").get("failure").asString()).isEqualTo("gave-up");
        assertThat(WORK.begun(job)).isEmpty();
    }

    @Test
    void aRunnerFromWhomTheJobWasTakenStoresNothingMore() {
        UUID job = begin("a,b");
        awaitState(job, "RUNNING");
        DoneItem item = new DoneItem(1, "b", new ItemOutcome(true, Map.of(), List.of()));

        assertThatThrownBy(() -> inOrganisation(() -> store.keep(find(job), UUID.randomUUID(), item)))
                .isInstanceOf(JobStore.TakenAway.class);
        assertThat(rows("job_item", job)).isZero();
        assertThatThrownBy(() -> inOrganisation(() -> store.end(job, UUID.randomUUID(), JobState.DONE, null)))
                .isInstanceOf(JobStore.TakenAway.class);
        assertThat(inOrganisation(() -> store.claim(job, UUID.randomUUID(), Duration.ofSeconds(30))))
                .isEmpty();

        WORK.permit(job, 2);
        awaitState(job, "DONE");
    }

    @Test
    void jobsThatEndedLongAgoAreRemovedThoughNobodyBeginsAnother() {
        UUID old = ended(Duration.ofDays(91)); // kept for 90 days
        UUID recent = ended(Duration.ofDays(89));

        SERVER.bean(JobRunner.class).sweep();

        assertThat(owner.get(path(old)).status()).isEqualTo(404);
        assertThat(owner.get(path(recent)).status()).isEqualTo(200);
    }

    private UUID ended(Duration ago) {
        UUID job = UUID.randomUUID();
        return inOrganisation(() -> {
            insert(job, "a");
            jdbc.sql("update job set state = 'DONE', ended_at = :ended where id = :id")
                    .param(
                            "ended",
                            SERVER.bean(Clock.class).instant().minus(ago).atOffset(ZoneOffset.UTC))
                    .param("id", job)
                    .update();
            return job;
        });
    }

    private void insert(UUID job, String items) {
        Caller caller = new Caller(organisation, "demo-insurer-1", Role.INSURER, "somebody");
        store.insert(
                job,
                caller,
                PacedWork.KIND,
                Map.of("items", items),
                SERVER.bean(Clock.class).instant());
    }

    private UUID begin(String items) {
        UUID job = UUID.randomUUID();
        return inOrganisation(() -> {
            insert(job, items);
            return job;
        });
    }

    /** A job at work for a process that was last heard of an hour ago. */
    private UUID left(String items, int done, int attempts) {
        UUID job = UUID.randomUUID();
        UUID token = UUID.randomUUID();
        return inOrganisation(() -> {
            insert(job, items);
            store.claim(job, token, Duration.ofSeconds(30));
            for (int position = 0; position < done; position++) {
                store.keep(
                        find(job), token, new DoneItem(position, "done", new ItemOutcome(true, Map.of(), List.of())));
            }
            jdbc.sql("update job set heartbeat_at = now() - interval '1 hour', attempts = :attempts where id = :id")
                    .param("attempts", attempts)
                    .param("id", job)
                    .update();
            return job;
        });
    }

    private Job find(UUID job) {
        return store.find(job).orElseThrow();
    }

    private long rows(String table, UUID job) {
        return inOrganisation(() -> jdbc.sql("select count(*) from " + table + " where job_id = :job")
                .param("job", job)
                .query(Long.class)
                .single());
    }

    private <T> T inOrganisation(Supplier<T> work) {
        return transactions.inOrganisation(organisation, work);
    }

    private JsonNode items(UUID job) {
        return owner.get(path(job) + "/items?limit=200").json().get("items");
    }

    private JsonNode awaitState(UUID job, String state) {
        return await(job, answer -> answer.get("state").asString().equals(state));
    }

    private JsonNode await(UUID job, Predicate<JsonNode> wanted) {
        return JobWatch.await(owner, path(job), wanted);
    }

    private static String path(UUID job) {
        return "/api/v1/jobs/" + job;
    }
}
