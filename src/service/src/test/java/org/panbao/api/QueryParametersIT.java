package org.panbao.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.panbao.support.Answer;
import org.panbao.support.ApiClient;
import org.panbao.support.PanbaoServer;
import tools.jackson.databind.JsonNode;

/** A query parameter that a call does not have, or that stands twice, is refused and not left unread. */
class QueryParametersIT {

    private static final String NOWHERE = "/00000000-0000-0000-0000-000000000000";

    private final PanbaoServer server = PanbaoServer.shared();
    private final ApiClient insurer = server.as("demo-insurer-1", "insurer");

    @ParameterizedTest
    @CsvSource({
        "quotes?foo=1, foo, unknown-parameter",
        "quotes?foo, foo, unknown-parameter",
        "quotes?Limit=2, Limit, unknown-parameter",
        "quotes?limit=2&limit=3, limit, repeated-parameter",
        "quotes?limit=2&limit=2, limit, repeated-parameter",
        "plans?limit=2&offset=4, offset, unknown-parameter",
        "products?ratingdate=2026-03-01, ratingdate, unknown-parameter",
        "products/sample-a?limit=1, limit, unknown-parameter",
        "rate-basis-keys?limit=1, limit, unknown-parameter"
    })
    void refusesOnReading(String call, String parameter, String code) {
        assertRefused(insurer.get("/api/v1/" + call), parameter, code);
        assertThat(head("/api/v1/" + call).status()).isEqualTo(422);
    }

    @Test
    void refusesOnWriting() {
        assertRefused(insurer.post("/api/v1/quotes?dryRun=true", "{}"), "dryRun", "unknown-parameter");
        assertRefused(insurer.post("/api/v1/quotes" + NOWHERE + "/replay?x=1", ""), "x", "unknown-parameter");
        assertRefused(insurer.post("/api/v1/plans?dryRun=", "{}"), "dryRun", "empty-parameter");
        for (String name : new String[] {"dryRun", "async"}) {
            String call = "/api/v1/plans/import?" + name + "=";
            assertRefused(insurer.upload(call, "plans.csv", BodyPublishers.ofString("")), name, "empty-parameter");
        }
        assertRefused(insurer.post("/api/v1/plans?dryRun=true&dryRun=false", "{}"), "dryRun", "repeated-parameter");
        assertRefused(
                server.asRole("admin").delete("/api/v1/clients" + NOWHERE + "?force=true"),
                "force",
                "unknown-parameter");
    }

    @Test
    void repeatsNoNameThatIsTooLong() {
        Answer answer = insurer.get("/api/v1/quotes?" + "x".repeat(65) + "=1");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).doesNotContain("xxxx");
    }

    @Test
    void readsWhatACallHas() {
        assertThat(insurer.get("/api/v1/quotes?limit=1").status()).isEqualTo(200);
        assertThat(insurer.get("/api/v1/products?ratingDate=2026-03-01").status())
                .isEqualTo(200);
        assertThat(insurer.get("/api/v1/quotes?").status()).isEqualTo(200);
        assertThat(head("/api/v1/quotes?limit=1").status()).isEqualTo(200);
    }

    private Answer head(String path) {
        return insurer.send("HEAD", path, BodyPublishers.noBody());
    }

    private static void assertRefused(Answer answer, String parameter, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        JsonNode problem = answer.json();
        assertThat(problem.get("code").asString()).isEqualTo("invalid-request");
        assertThat(problem.get("parameter").asString()).isEqualTo(parameter);
        assertThat(problem.get("findings").get(0).get("code").asString()).isEqualTo(code);
        assertThat(problem.get("findings").get(0).get("pointer").asString()).isEmpty();
    }
}
