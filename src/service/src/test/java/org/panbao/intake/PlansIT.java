package org.panbao.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.panbao.profile.Plan;
import org.panbao.storage.TenantTransactions;
import org.panbao.support.Answer;
import org.panbao.support.ApiClient;
import org.panbao.support.PanbaoServer;
import tools.jackson.databind.JsonNode;

/** Filing, reading and revising plans over HTTP. */
class PlansIT {

    private static final PanbaoServer SERVER = PanbaoServer.shared();
    private static final String OWNER = "demo-insurer-1";

    private final ApiClient owner = SERVER.as(OWNER, "insurer");
    private final ApiClient stranger = SERVER.as("demo-insurer-2", "insurer");

    @Test
    void storesAPlanAsFiled() {
        Answer created = owner.post("/api/v1/plans", plan("full"));
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        assertThat(created.header("ETag")).isEqualTo("\"1\"");
        assertThat(created.json().path("missing").isArray()).isTrue();

        Answer read = owner.get(created.header("Location"));
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.header("ETag")).isEqualTo("\"1\"");
        assertThat(read.json().path("plan")).isEqualTo(IntakeFixtures.document("full"));
        assertThat(read.json().path("questions").path("Q-G1").path("zh").asString())
                .isNotBlank();
        assertThat(read.json().path("sha256").asString()).matches("[0-9a-f]{64}");
    }

    @Test
    void aDryRunStoresNothing() {
        String nobody = PlanEdits.apply("short", "set /policyholder/name = \"试算不入库有限公司\"");
        assertThat(owner.post("/api/v1/plans?dryRun=true", nobody).status()).isEqualTo(200);
        assertThat(owner.get("/api/v1/plans?name=%E8%AF%95%E7%AE%97").json().path("items"))
                .isEmpty();
    }

    @Test
    void keepsEveryRevision() {
        String path = create("short");
        String changed = PlanEdits.apply("short", "set /insureds/0/staffCount = 36");
        Answer revised = owner.put(path, changed, "If-Match", "\"1\"");
        assertThat(revised.status()).as(revised.body()).isEqualTo(200);
        assertThat(revised.header("ETag")).isEqualTo("\"2\"");

        assertThat(staff(owner.get(path))).isEqualTo(36);
        assertThat(staff(owner.get(path + "?revision=1"))).isEqualTo(35);
        assertThat(owner.get(path + "?revision=3").status()).isEqualTo(404);
        assertThat(owner.get(path + "/revisions").json().path("items"))
                .extracting(row -> row.path("revision").asInt())
                .containsExactly(1, 2);
    }

    @Test
    void letsNobodyOverwriteWhatHeHasNotSeen() {
        String path = create("short");
        assertThat(owner.put(path, plan("short")).status()).isEqualTo(428);
        assertThat(owner.put(path, plan("short"), "If-Match", "\"7\"").status()).isEqualTo(412);
        assertThat(owner.put(path, plan("short"), "If-Match", "W/\"1\"").status())
                .isEqualTo(412);
        assertThat(owner.put(path, PlanEdits.apply("short", "remove /form"), "If-Match", "\"1\"")
                        .status())
                .isEqualTo(422);
        assertThat(owner.get(path).header("ETag")).isEqualTo("\"1\"");
    }

    @Test
    void aGrantIsReadAsItWasAnswered() {
        String grants = create("full") + "/grants";
        // nine decimals of a second; the database keeps six and would round the last three
        String end = java.time.LocalDate.now().plusDays(30) + "T08:00:00.123456789Z";
        Answer granted = owner.post(
                grants,
                "{\"granteeOrganisationId\":\"%s\",\"purpose\":\"QUOTE\",\"validTo\":\"%s\"}"
                        .formatted(SERVER.organisationId("demo-insurer-2"), end));
        assertThat(granted.json().get("validTo").asString()).endsWith("T08:00:00.123456Z");
        assertThat(owner.get(grants).json().get("items").get(0)).isEqualTo(granted.json());
    }

    @Test
    void showsAPlanToOthersByAGrantOnly() {
        String path = create("full");
        assertThat(stranger.get(path).status()).isEqualTo(404);
        assertThat(stranger.put(path, plan("full"), "If-Match", "\"1\"").status())
                .isEqualTo(404);

        Answer granted = owner.post(
                path + "/grants",
                "{\"granteeOrganisationId\":\"%s\",\"purpose\":\"QUOTE\",\"validTo\":\"%s\"}"
                        .formatted(
                                SERVER.organisationId("demo-insurer-2"),
                                java.time.Instant.now().plus(java.time.Duration.ofDays(30))));
        assertThat(granted.status()).as(granted.body()).isEqualTo(201);

        Answer seen = stranger.get(path);
        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.json().path("plan").path("policyholder").has("contact")).isFalse();
        assertThat(seen.body()).doesNotContain("示例回答人");
        assertThat(stranger.put(path, plan("full"), "If-Match", "\"1\"").status())
                .isEqualTo(403);
    }

    @Test
    void erasesPersonalDataAndKeepsTheDigest() {
        String path = create("full");
        JsonNode before = owner.get(path).json();
        assertThat(before.path("plan").path("policyholder").has("contact")).isTrue();

        assertThat(owner.delete(path + "/personal-data").status()).isEqualTo(204);

        JsonNode after = owner.get(path).json();
        assertThat(after.path("plan").path("policyholder").has("contact")).isFalse();
        assertThat(after.path("sha256")).isEqualTo(before.path("sha256"));
    }

    @Test
    void pagesThroughPlansByCodeAndName() {
        for (int i = 0; i < 3; i++) {
            owner.post("/api/v1/plans", PlanEdits.apply("short", "set /policyholder/name = \"翻页测试有限公司\""));
        }
        String list = "/api/v1/plans?name=%E7%BF%BB%E9%A1%B5&code=91130600ma9ab3c4x7&limit=2";
        JsonNode first = owner.get(list).json();
        assertThat(first.path("items")).hasSize(2);
        JsonNode second = owner.get(list + "&cursor=" + first.path("nextCursor").asString())
                .json();
        assertThat(second.path("items")).hasSize(1);
        assertThat(second.path("items")).doesNotContainAnyElementsOf(first.path("items"));
    }

    @Test
    void givesThePlanWithoutPersonalDataToOtherModules() {
        UUID planId = UUID.fromString(create("full").substring("/api/v1/plans/".length()));
        StoredPlan stored = SERVER.bean(TenantTransactions.class)
                .inOrganisation(
                        UUID.fromString(SERVER.organisationId(OWNER)),
                        () -> SERVER.bean(Plans.class).load(planId, null));
        Plan expected =
                IntakeFixtures.reader().read(IntakeFixtures.bytes("full")).plan();
        assertThat(expected).isNotNull();
        assertThat(stored.plan().insureds()).isEqualTo(expected.insureds());
        assertThat(stored.plan().policyholder().contact()).isNull();
        assertThat(stored.findings()).isNotEmpty();
    }

    @Test
    void publishesItsSchema() {
        Answer schema = SERVER.anonymous().get("/schemas/plan-1.schema.json");
        assertThat(schema.status()).isEqualTo(200);
        assertThat(schema.header("Content-Type")).startsWith("application/schema+json");
        assertThat(schema.json().path("$id").asString()).isEqualTo("urn:panbao:schema:plan-1");
        assertThat(SERVER.anonymous().get("/schemas").body())
                .contains("/schemas/plan-1.schema.json", "/schemas/rate-basis-1.schema.json");
        assertThat(SERVER.anonymous().get("/schemas/other.json").status()).isEqualTo(404);
    }

    private String create(String name) {
        Answer created = owner.post("/api/v1/plans", plan(name));
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        return created.header("Location");
    }

    private static int staff(Answer answer) {
        return answer.json().at("/plan/insureds/0/staffCount").asInt();
    }

    private static String plan(String name) {
        return new String(IntakeFixtures.bytes(name), StandardCharsets.UTF_8);
    }
}
