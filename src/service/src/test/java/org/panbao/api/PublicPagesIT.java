package org.panbao.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.panbao.base.ProblemCode;
import org.panbao.support.Answer;
import org.panbao.support.PanbaoServer;
import tools.jackson.databind.JsonNode;

/** What anybody may read, and what nobody may. */
class PublicPagesIT {

    private final PanbaoServer server = PanbaoServer.shared();

    @Test
    void theFirstPageSaysWhatThisIs() {
        Answer answer = server.anonymous().get("/");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("about").get("en").asString()).contains("cyber insurance");
        assertThat(answer.json().get("links").get("openapi").asString()).isEqualTo("/v3/api-docs");
    }

    @Test
    void everyProblemIsDescribed() {
        for (ProblemCode code : ProblemCode.values()) {
            Answer answer = server.anonymous().get("/problems/" + code.slug());
            assertThat(answer.status()).as(code.slug()).isEqualTo(200);
            assertThat(answer.json().get("status").asInt()).isEqualTo(code.status());
        }
        assertThat(server.anonymous().get("/problems/none-such").status()).isEqualTo(404);
    }

    @Test
    void problemsSpeakTheCallersLanguage() {
        Answer answer = server.anonymous().get("/api/v1/audit", "Accept-Language", "en");

        assertThat(answer.json().get("title").asString()).isEqualTo("Unauthorized");
        assertThat(answer.header("Content-Language")).isEqualTo("en");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @Test
    void healthIsPublicAndMetricsAreForTheAdministrator() {
        assertThat(server.anonymous().get("/actuator/health/liveness").status()).isEqualTo(200);
        assertThat(server.anonymous().get("/actuator/health/readiness").status())
                .isEqualTo(200);
        assertThat(server.anonymous().get("/actuator/prometheus").status()).isEqualTo(401);
        assertThat(server.asRole("insurer").get("/actuator/prometheus").status())
                .isEqualTo(403);
        assertThat(server.asRole("admin").get("/actuator/prometheus").body()).contains("jvm_memory_used_bytes");
        for (String closed : new String[] {"env", "beans", "heapdump", "loggers", "metrics", "info"}) {
            assertThat(server.asRole("admin").get("/actuator/" + closed).status())
                    .isEqualTo(404);
        }
    }

    @Test
    void nothingElseIsThere() {
        for (String path : new String[] {"/nothing", "/actuator/env", "/api/v2/x", "/v3", "/problems/a/b"}) {
            assertThat(server.anonymous().get(path).status()).as(path).isIn(401, 404);
            assertThat(server.anonymous().get(path).header("Content-Type")).isEqualTo("application/problem+json");
        }
    }

    @Test
    void aPathThatTheServerRefusesIsAProblemToo() {
        Answer answer = server.anonymous().get("/api/v1//organisations");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void answersForbidSniffingFramingAndKeeping() {
        Answer answer = server.asRole("insurer").get("/api/v1/organisations");

        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'", "frame-ancestors 'none'");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("Strict-Transport-Security")).isEmpty(); // over TLS only
        assertThat(answer.headers().firstValue("Server")).isEmpty();
    }

    @Test
    void theDescriptionIsOpenApiWithSecurityAndProblems() {
        JsonNode description = server.anonymous().get("/v3/api-docs").json();

        assertThat(description.get("openapi").asString()).startsWith("3.1");
        assertThat(description
                        .at("/components/securitySchemes/oauth2/flows/clientCredentials/tokenUrl")
                        .asString())
                .isEqualTo("/oauth2/token");
        assertThat(description
                        .at("/components/schemas/Problem/properties/findings")
                        .isMissingNode())
                .isFalse();
        assertThat(description
                        .at(
                                "/components/responses/Problem422/content/application~1problem+json/examples/off-table/value/code")
                        .asString())
                .isEqualTo("off-table");
    }

    @Test
    void everyCallNamesItsRolesAndProblems() {
        JsonNode paths = server.anonymous().get("/v3/api-docs").json().get("paths");
        List<String> incomplete = new ArrayList<>();
        paths.propertyStream()
                .filter(path -> path.getKey().startsWith("/api/v1/")) // schemas are public and have no roles
                .forEach(path -> path.getValue().propertyStream().forEach(call -> {
                    JsonNode responses = call.getValue().get("responses");
                    boolean complete = responses.has("401")
                            && responses.has("500")
                            && responses.propertyNames().stream().anyMatch(status -> status.startsWith("2"))
                            && call.getValue().path("description").asString("").contains("Roles: ");
                    if (!complete) {
                        incomplete.add(call.getKey() + " " + path.getKey());
                    }
                }));

        assertThat(paths.size()).isPositive();
        assertThat(incomplete).isEmpty();
    }
}
