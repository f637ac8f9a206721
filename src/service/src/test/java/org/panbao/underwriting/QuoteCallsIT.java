package org.panbao.underwriting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.panbao.underwriting.QuoteRequests.QUOTES;
import static org.panbao.underwriting.QuoteRequests.created;
import static org.panbao.underwriting.QuoteRequests.golden;
import static org.panbao.underwriting.QuoteRequests.plan;
import static org.panbao.underwriting.QuoteRequests.premium;
import static org.panbao.underwriting.QuoteRequests.request;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.panbao.storage.DatabaseAccess;
import org.panbao.storage.DatabaseServer;
import org.panbao.storage.TenantTransactions;
import org.panbao.support.Answer;
import org.panbao.support.ApiClient;
import org.panbao.support.PanbaoServer;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The calls of quotes and products: what they answer, what they refuse, who sees what. */
class QuoteCallsIT {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final PanbaoServer server = PanbaoServer.shared();
    private final ApiClient insurer = server.as("demo-insurer-1", "insurer");
    private final ApiClient senior = server.as("demo-insurer-1", "underwriter-senior");
    private final ApiClient other = server.as("demo-insurer-2", "insurer");

    @Test
    void filedTariffGivesTheGoldenPremium() throws IOException {
        ObjectNode request = golden();
        assertThat(premium(insurer, "sample-a", request).get("total").asString())
                .isEqualTo("67286.63");
        request.put("term", "P6M");
        assertThat(premium(insurer, "sample-a", request).get("total").asString())
                .isEqualTo("40371.98");
        request.remove("term");
        request.put("inception", "2026-03-01").put("expiry", "2026-08-31");
        assertThat(premium(insurer, "sample-a", request).get("total").asString())
                .isEqualTo("40371.98");
    }

    @Test
    void inclusiveTariffGivesTheGoldenPremium() {
        JsonNode premium = premium(insurer, "sample-d", JSON.readTree("""
                        {"covers": {"CYBER": {"limit": "1000000"}},
                         "parameters": {"perEventLimit": "100000", "deductible": "1000", "lossRatioPercent": "70",
                                        "annualRevenue": "50000000", "industry": "C"},
                         "choices": {"RISK_MANAGEMENT": {"value": "1.0", "reason": "average"},
                                     "LOSS_RATIO": {"value": "1.0", "reason": "upper end"}}}
                        """));
        assertThat(premium.get("total").asString()).isEqualTo("10816.00");
    }

    @Test
    void anUnchosenCoefficientIsAskedForWithItsRange() throws IOException {
        ObjectNode request = golden();
        ((ObjectNode) request.get("choices")).remove("CHANNEL");
        JsonNode premium = premium(insurer, "sample-a", request);
        assertThat(premium.get("total").isNull()).isTrue();
        assertThat(premium.get("unresolved").get(0).get("coefficient").asString())
                .isEqualTo("CHANNEL");
        assertThat(premium.get("unresolved").get(0).get("minimum").asString()).isEqualTo("0.7");
        assertThat(premium.get("unresolved").get(0).get("maximum").asString()).isEqualTo("1.0");
        // without the channel the factors are 1.512; DR 17,000.00, IR 11,050.00 and BI 21,396.375 before it:
        // × 0.7: 17,992.80 + 11,695.32 + 22,645.92; × 1.0: 25,704.00 + 16,707.60 + 32,351.32
        assertThat(premium.get("minimum").asString()).isEqualTo("52334.04");
        assertThat(premium.get("maximum").asString()).isEqualTo("74762.92");
    }

    @Test
    void aChoiceOutsideItsRowIsRefusedAndNamesTheRow() throws IOException {
        ObjectNode request = golden();
        ((ObjectNode) request.get("choices").get("CHANNEL")).put("value", "0.69");
        Answer answer = insurer.post("/api/v1/products/sample-a/premium", request);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("code").asString()).isEqualTo("outside-filed-row");
        assertThat(answer.body()).contains("A-CHN-01").contains("/choices/CHANNEL/value");
    }

    @Test
    void aChoiceWithoutReasonIsRefused() throws IOException {
        ObjectNode request = golden();
        ((ObjectNode) request.get("choices").get("CHANNEL")).put("reason", "  ");
        Answer answer = insurer.post("/api/v1/products/sample-a/premium", request);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("code").asString()).isEqualTo("choice-needs-reason");
    }

    @Test
    void unknownProductPlanAndQuoteAreNotFoundOrRefused() throws IOException {
        assertThat(insurer.get("/api/v1/products/sample-z").status()).isEqualTo(404);
        assertThat(insurer.get(QUOTES + "/" + UUID.randomUUID()).status()).isEqualTo(404);
        Answer noPlan = insurer.post(QUOTES, Map.of("planId", UUID.randomUUID(), "productId", "sample-a"));
        assertThat(noPlan.status()).isEqualTo(404);
        Answer neither = insurer.post(QUOTES, Map.of("productId", "sample-a"));
        assertThat(neither.status()).isEqualTo(422);
        Answer noProduct = insurer.post(QUOTES, Map.of("plan", plan("biotech.json"), "productId", "sample-z"));
        assertThat(noProduct.status()).isEqualTo(422);
        assertThat(noProduct.json().get("findings").get(0).get("pointer").asString())
                .isEqualTo("/productId");
    }

    @Test
    void aBrokenInlinePlanIsRefusedWithPlacesInTheRequestAndNothingIsStored() throws IOException {
        long plans = count("plan");
        long quotes = count("quote");
        ObjectNode plan = (ObjectNode) plan("biotech.json");
        ((ObjectNode) plan.get("insureds").get(0)).put("industry", "ZZ");
        Answer answer = insurer.post(QUOTES, Map.of("plan", plan, "productId", "sample-a"));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("code").asString()).isEqualTo("plan-invalid");
        assertThat(answer.json().get("findings").get(0).get("pointer").asString())
                .isEqualTo("/plan/insureds/0/industry");
        assertThat(count("plan")).isEqualTo(plans);
        assertThat(count("quote")).isEqualTo(quotes);
    }

    @Test
    void aChoiceInAQuoteIsKeptWithItsReason() throws IOException {
        Map<String, Object> request = request("biotech.json");
        request.put("choices", Map.of("CHANNEL", Map.of("value", "0.95", "reason", "direct, with extra service")));
        JsonNode quote = created(insurer, request);
        JsonNode basis = insurer.get(QUOTES + "/" + quote.get("quoteId").asString() + "/rate-basis")
                .json()
                .get("record");
        assertThat(basis.get("choices").toString())
                .contains("direct, with extra service")
                .contains("demo-insurer-1");
    }

    @Test
    void aFreeChoiceBeyondTheCallersAuthorityRefers() throws IOException {
        Map<String, Object> request = request("biotech.json");
        request.put("choices", Map.of("CHANNEL", Map.of("value", "0.7", "reason", "lowest end of the row")));
        JsonNode quote = created(insurer, request);
        assertThat(quote.get("decision").asString()).isEqualTo("REFER");
        assertThat(quote.get("reasons").toString()).contains("QUO-AUTHORITY");
    }

    @Test
    void severalQuotesOfOnePlanAreListedNewestFirst() throws IOException {
        Answer stored = insurer.post("/api/v1/plans", plan("software-house.json"));
        String planId = stored.json().get("planId").asString();
        for (int i = 0; i < 3; i++) {
            created(insurer, new HashMap<>(Map.of("planId", planId, "productId", "sample-a")));
        }
        Answer first = insurer.get(QUOTES + "?limit=2&planId=" + planId);
        assertThat(first.json().get("items").size()).isEqualTo(2);
        Answer rest = insurer.get(QUOTES + "?limit=2&planId=" + planId + "&cursor="
                + first.json().get("nextCursor").asString());
        assertThat(rest.json().get("items").size()).isEqualTo(1);
        assertThat(rest.json().get("nextCursor").isNull()).isTrue();
    }

    @Test
    void theSameIdempotencyKeyGivesTheSameQuote() throws IOException {
        Map<String, Object> request = request("biotech.json");
        String key = UUID.randomUUID().toString();
        long before = count("quote");
        Answer first = insurer.post(QUOTES, request, "Idempotency-Key", key);
        Answer second = insurer.post(QUOTES, request, "Idempotency-Key", key);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(count("quote")).isEqualTo(before + 1);
    }

    @Test
    void anotherInsurerSeesNeitherQuoteNorPlan() throws IOException {
        JsonNode quote = created(insurer, request("biotech.json"));
        String path = QUOTES + "/" + quote.get("quoteId").asString();
        assertThat(other.get(path).status()).isEqualTo(404);
        assertThat(other.get(path + "/rate-basis").status()).isEqualTo(404);
        assertThat(other.post(path + "/replay", "").status()).isEqualTo(404);
        Answer byPlan = other.post(QUOTES, Map.of("planId", quote.get("planId").asString(), "productId", "sample-a"));
        assertThat(byPlan.status()).isEqualTo(404);
        assertThat(other.get(QUOTES).body()).doesNotContain(quote.get("quoteId").asString());
    }

    @Test
    void aGrantLetsAnotherInsurerQuoteThePlanUntilItIsRevoked() throws IOException {
        Answer stored = insurer.post("/api/v1/plans", plan("software-house.json"));
        String plan = "/api/v1/plans/" + stored.json().get("planId").asString();
        Answer grant = insurer.post(
                plan + "/grants",
                Map.of(
                        "granteeOrganisationId",
                        server.organisationId("demo-insurer-2"),
                        "purpose",
                        "QUOTE",
                        "validTo",
                        LocalDate.now(ZoneOffset.UTC).plusMonths(3).toString()));
        assertThat(grant.status()).as(grant.body()).isEqualTo(201);
        Map<String, Object> request =
                Map.of("planId", stored.json().get("planId").asString(), "productId", "sample-a");
        assertThat(other.post(QUOTES, request).status()).isEqualTo(201);
        String grantId = insurer.get(plan + "/grants")
                .json()
                .get("items")
                .get(0)
                .get("id")
                .asString();
        assertThat(insurer.delete(plan + "/grants/" + grantId).status()).isBetween(200, 204);
        assertThat(other.post(QUOTES, request).status()).isEqualTo(404);
    }

    @Test
    void aReferredQuoteIsDecidedOnceBySomebodySenior() throws IOException {
        JsonNode quote = created(insurer, request("college.json"));
        assertThat(quote.get("state").asString()).isEqualTo("REFERRED");
        assertThat(quote.get("premium").get("indicative").asBoolean()).isTrue();
        String path = QUOTES + "/" + quote.get("quoteId").asString() + "/referral";
        Map<String, Object> approve = Map.of("action", "APPROVE", "reason", "the missing answers were given by phone");
        assertThat(insurer.post(path, approve).status()).isEqualTo(403);
        assertThat(senior.post(path, Map.of("action", "APPROVE", "reason", " ")).status())
                .isEqualTo(422);
        Answer asked = senior.post(path, Map.of("action", "REQUEST_INFORMATION", "reason", "answers are missing"));
        assertThat(asked.json().get("state").asString()).isEqualTo("INFORMATION_REQUESTED");
        assertThat(senior.post(path, approve, "If-Match", "\"1\"").status()).isEqualTo(412);
        Answer approved = senior.post(path, approve, "If-Match", asked.header("ETag"));
        assertThat(approved.json().get("state").asString()).isEqualTo("APPROVED");
        assertThat(quote.at("/premium/indicative").asBoolean()).isTrue();
        assertThat(approved.json().at("/premium/indicative").asBoolean()).isFalse();
        assertThat(approved.json().at("/history/2/detail/held").asString()).isEqualTo("SENIOR_UNDERWRITER");
        assertThat(approved.json().get("history").size()).isEqualTo(3);
        assertThat(approved.json().at("/premium/total")).isEqualTo(quote.at("/premium/total"));
        assertThat(senior.post(path, approve).status()).isEqualTo(409);
    }

    @Test
    void aCaseBeyondSeniorAuthorityIsRefusedAndTheAttemptIsKept() throws IOException {
        Map<String, Object> request = request("college.json");
        request.put("covers", Map.of("DR", Map.of("limit", "200000000", "deductiblePercent", "10")));
        request.put("parameters", Map.of("aggregateLimit", "200000000", "perEventLimit", "200000000"));
        JsonNode quote = created(insurer, request);
        assertThat(quote.get("referral").get("neededAuthority").asString()).isEqualTo("HEAD_OFFICE");
        Answer refused = senior.post(
                QUOTES + "/" + quote.get("quoteId").asString() + "/referral",
                Map.of("action", "APPROVE", "reason", "a valued customer"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().get("code").asString()).isEqualTo("authority-exceeded");
        assertThat(wholeAudit()).contains("HEAD_OFFICE");
    }

    /** What the audit log of the senior underwriter's organisation holds, page after page. */
    private String wholeAudit() {
        StringBuilder all = new StringBuilder();
        String cursor = "";
        do {
            Answer page = senior.get("/api/v1/audit?limit=200" + cursor);
            all.append(page.body());
            JsonNode next = page.json().get("nextCursor");
            cursor = next.isNull() ? "" : "&cursor=" + next.asString();
        } while (!cursor.isEmpty());
        return all.toString();
    }

    @Test
    void whyARuleDidNotFireIsExplained() throws IOException {
        JsonNode quote = created(insurer, request("biotech.json"));
        String path = QUOTES + "/" + quote.get("quoteId").asString() + "/why-not/";
        Answer answer = insurer.get(path + "GAT-CMP-001");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().get("fired").asBoolean()).isFalse();
        assertThat(answer.json().get("constraint").asString()).isNotBlank();
        assertThat(insurer.get(path + "GAT-GOV-999").status()).isEqualTo(404);
    }

    @Test
    void aChangedByteInTheStoredRecordFailsTheReplay() throws Exception {
        JsonNode quote = created(insurer, request("biotech.json"));
        String total = quote.get("premium").get("total").asString();
        int changed = tamper("update rate_basis set record = replace(record, '" + total
                + "', '1.00') where quote_id = '" + quote.get("quoteId").asString() + "'");
        assertThat(changed).isEqualTo(1);
        JsonNode replay = insurer.post(QUOTES + "/" + quote.get("quoteId").asString() + "/replay", "")
                .json();
        assertThat(replay.get("identical").asBoolean()).isFalse();
        assertThat(replay.get("differences").toString())
                .contains("/sha256")
                .contains("/signature")
                .contains("/result");
    }

    @Test
    void aQuoteIsReadAsItWasAnswered() throws IOException {
        JsonNode quote = created(insurer, request("biotech.json"));
        String path = QUOTES + "/" + quote.get("quoteId").asString();
        assertThat(insurer.get(path).json()).isEqualTo(quote);
        Instant made = Instant.parse(quote.get("createdAt").asString());
        assertThat(made).isEqualTo(made.truncatedTo(ChronoUnit.MICROS));
        assertThat(insurer.get(path + "/rate-basis").body()).contains("\"" + made + "\"");
    }

    private long count(String table) {
        JdbcClient jdbc = server.bean(JdbcClient.class);
        return server.bean(TenantTransactions.class)
                .inOrganisation(
                        UUID.fromString(server.organisationId("demo-insurer-1")),
                        () -> jdbc.sql("select count(*) from " + table)
                                .query(Long.class)
                                .single());
    }

    /** What only somebody with the owner's password could do: row-level security holds even for the owner. */
    private int tamper(String sql) throws SQLException {
        DatabaseAccess access = server.bean(DatabaseServer.class).access();
        try (Connection connection = DriverManager.getConnection(
                        access.url(), access.owner().username(), access.owner().password());
                Statement statement = connection.createStatement()) {
            statement.execute("alter table rate_basis no force row level security");
            int changed = statement.executeUpdate(sql);
            statement.execute("alter table rate_basis force row level security");
            return changed;
        }
    }
}
