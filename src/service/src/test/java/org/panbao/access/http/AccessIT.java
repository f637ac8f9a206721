package org.panbao.access.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.panbao.support.Answer;
import org.panbao.support.ApiClient;
import org.panbao.support.PanbaoServer;
import tools.jackson.databind.JsonNode;

/** Organisations and clients over HTTP, from being made to signing in. */
class AccessIT {

    private final PanbaoServer server = PanbaoServer.shared();
    private final ApiClient admin = server.asRole("admin");

    @Test
    void aNewClientSignsInUntilItIsRevoked() {
        Answer organisation = admin.post(
                "/api/v1/organisations", Map.of("code", "new-insurer", "kind", "INSURER", "name", "New Insurer"));
        assertThat(organisation.status()).isEqualTo(201);
        String organisationId = organisation.json().get("id").asString();
        assertThat(organisation.header("Location")).isEqualTo("/api/v1/organisations/" + organisationId);

        Answer client = admin.post(
                "/api/v1/clients",
                Map.of("organisationId", organisationId, "role", "insurer", "clientId", "new-insurer.quotes"));
        assertThat(client.status()).isEqualTo(201);
        ApiClient insurer = server.withClient(
                "new-insurer.quotes", client.json().get("clientSecret").asString());
        assertThat(insurer.get("/api/v1/organisations/" + organisationId).status())
                .isEqualTo(200);

        assertThat(admin.delete("/api/v1/clients/" + client.json().get("id").asString())
                        .status())
                .isEqualTo(204);
        assertThat(insurer.tokenAnswer().status()).isEqualTo(401);
    }

    @Test
    void everythingWrongWithAClientIsSaidAtOnce() {
        Answer answer = admin.post(
                "/api/v1/clients",
                Map.of(
                        "organisationId", server.organisationId("demo-vendor-1"),
                        "role", "underwriter-senior",
                        "clientId", "Bad Id"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("findings").findValuesAsString("code"))
                .containsExactly("role-not-allowed", "id-form");
    }

    @Test
    void anEnterpriseIsSeenByItselfAndTheOperatorOnly() {
        String path = "/api/v1/organisations/" + server.organisationId("demo-enterprise-1");

        assertThat(server.asRole("enterprise").get(path).status()).isEqualTo(200);
        assertThat(admin.get(path).status()).isEqualTo(200);
        assertThat(server.asRole("insurer").get(path).status()).isEqualTo(404);
        assertThat(server.asRole("insurer").get("/api/v1/organisations").body()).doesNotContain("demo-enterprise-1");
    }

    @Test
    void aListIsReadPageByPage() {
        Answer first = admin.get("/api/v1/organisations?limit=2");
        JsonNode items = first.json().get("items");
        assertThat(items.size()).isEqualTo(2);

        Answer second = admin.get("/api/v1/organisations?limit=2&cursor="
                + first.json().get("nextCursor").asString());

        assertThat(second.json().get("items").get(0).get("code").asString())
                .isGreaterThan(items.get(1).get("code").asString());
    }

    @Test
    void aForeignCursorIsRefused() {
        String cursor = admin.get("/api/v1/organisations?limit=1")
                .json()
                .get("nextCursor")
                .asString();

        assertThat(admin.get("/api/v1/organisations?cursor=" + cursor).status()).isEqualTo(200);
        assertThat(admin.get("/api/v1/clients?cursor=" + cursor).status()).isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource({
        "/organisations?cursor=%21%21, cursor, parameter-cursor",
        "/audit?cursor=eHl6, cursor, parameter-cursor",
        "/organisations?limit=0, limit, parameter-limit",
        "/organisations?limit=many, limit, invalid-parameter",
        "/audit?organisationId=1, organisationId, invalid-parameter"
    })
    void aQueryThatDoesNotFitIsNamedInBothLanguages(String call, String parameter, String code) {
        Answer answer = admin.get("/api/v1" + call);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("parameter").asString()).isEqualTo(parameter);
        JsonNode finding = answer.json().get("findings").get(0);
        assertThat(finding.get("code").asString()).isEqualTo(code);
        assertThat(finding.get("pointer").asString()).isEmpty();
        assertThat(finding.get("message").get("en").asString()).contains("query parameter " + parameter);
        assertThat(finding.get("message").get("zh").asString()).contains("查询参数 " + parameter);
    }

    @Test
    void grantsOfAPlanThatIsNotTheCallersDoNotExist() {
        Answer answer = server.asRole("insurer").get("/api/v1/plans/00000000-0000-4000-8000-000000000000/grants");

        assertThat(answer.status()).isEqualTo(404);
    }

    @Test
    void aWrongSecretGetsNoToken() {
        Answer answer =
                server.withClient("demo-insurer-1.insurer", "wrong-secret").tokenAnswer();

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.json().get("error").asString()).isEqualTo("invalid_client");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Basic ");
    }

    /** Whatever the caller accepts: a program is never sent to the login page. */
    @ParameterizedTest
    @CsvSource({"token, */*", "token, text/html", "introspect, */*", "revoke, application/json"})
    void aClientThatSaysNothingAboutItselfIsRefused(String endpoint, String accept) {
        Answer answer = server.anonymous()
                .send(
                        "POST",
                        "/oauth2/" + endpoint,
                        BodyPublishers.ofString("grant_type=client_credentials"),
                        "Content-Type",
                        "application/x-www-form-urlencoded",
                        "Accept",
                        accept);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).startsWith("Basic ");
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.json().get("error").asString()).isEqualTo("invalid_client");
    }
}
