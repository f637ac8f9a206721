package org.panbao.underwriting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.panbao.underwriting.QuoteRequests.QUOTES;
import static org.panbao.underwriting.QuoteRequests.created;
import static org.panbao.underwriting.QuoteRequests.golden;
import static org.panbao.underwriting.QuoteRequests.plan;
import static org.panbao.underwriting.QuoteRequests.premium;
import static org.panbao.underwriting.QuoteRequests.request;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.panbao.support.Answer;
import org.panbao.support.ApiClient;
import org.panbao.support.PanbaoServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a quote or premium answers about terms: choices by cover, covers that cannot pay, wishes, states of items. */
class QuoteTermsIT {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final PanbaoServer server = PanbaoServer.shared();
    private final ApiClient insurer = server.as("demo-insurer-1", "insurer");

    @Test
    void aChoiceOfOneCoversRowLeavesTheFiledValueOfAnother() throws IOException {
        ObjectNode request = golden();
        ((ObjectNode) request.get("covers").get("DR")).put("deductiblePercent", "30");
        ObjectNode choices = (ObjectNode) request.get("choices");
        choices.putObject("DEDUCTIBLE").put("value", "0.7").put("reason", "middle of the row");
        JsonNode premium = premium(insurer, "sample-a", request);
        // 23,133.60 × 0.7 + 15,036.84 + 29,116.19
        assertThat(premium.get("total").asString()).isEqualTo("60346.55");
        choices.set("DEDUCTIBLE@DR", choices.remove("DEDUCTIBLE"));
        assertThat(premium(insurer, "sample-a", request).get("total").asString())
                .isEqualTo("60346.55");
        choices.set("DEDUCTIBLE@IR", choices.get("DEDUCTIBLE@DR"));
        assertThat(insurer.post("/api/v1/products/sample-a/premium", request).status())
                .isEqualTo(422);
    }

    @Test
    void aCoverThatCanNeverPayIsRefused() {
        Answer answer = insurer.post("/api/v1/products/sample-d/premium", JSON.readTree("""
                        {"covers": {"CYBER": {"limit": "1000"}},
                         "parameters": {"perEventLimit": "1000", "deductible": "20000", "lossRatioPercent": "70",
                                        "annualRevenue": "50000000", "industry": "C"}}
                        """));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("findings").get(0).get("pointer").asString())
                .isEqualTo("/parameters/deductible");
        assertThat(answer.json().get("findings").get(0).get("code").asString()).isEqualTo("not-less-than");
    }

    @Test
    void aWishBetweenFiledValuesTakesTheNextAndSaysSo() throws IOException {
        Map<String, Object> request = request("biotech.json");
        ((ObjectNode) ((JsonNode) request.get("plan")).get("need").get("covers").get(2)).put("waitingHours", "12");
        JsonNode quote = created(insurer, request);
        JsonNode interruption = item(quote, "P01");
        assertThat(interruption.get("insured").get("waitingDays").asString()).isEqualTo("3");
        assertThat(interruption.get("waitingHours").asString()).isEqualTo("72");
        assertThat(interruption.get("insured").get("terms").toString()).contains("\"asked\":\"0.5\"");
        assertThat(quote.get("warnings").toString())
                .contains("wish-between-rows")
                .contains("/plan/need/covers/2/waitingHours");
        request.put("covers", Map.of("BI", Map.of("waitingDays", "0.5", "dailyLimit", "50000", "indemnityDays", "30")));
        Answer strict = insurer.post(QUOTES, request);
        assertThat(strict.status()).isEqualTo(422);
        assertThat(strict.body()).contains("/covers/BI/waitingDays");
    }

    @Test
    void anItemThatTheProductDoesNotCarryIsUnmapped() throws IOException {
        JsonNode outsourcer = item(created(insurer, request("software-house.json")), "L04");
        assertThat(outsourcer.get("status").asString()).isEqualTo("UNMAPPED");
        assertThat(outsourcer.get("advisedStatus").asString()).isEqualTo("CONDITIONAL");
        assertThat(outsourcer.get("availability").asString()).isEqualTo("ADVISED_NOT_AVAILABLE");
        assertThat(outsourcer.get("suggestedLimit").get("amount").asString()).isNotBlank();
        JsonNode product = insurer.get("/api/v1/products/sample-a").json();
        assertThat(product.get("coverage").get("P07").asString()).isEqualTo("CONDITIONAL");
    }

    @Test
    void aLimitAboveTheInsurableValueIsReferred() throws IOException {
        Map<String, Object> request = request("biotech.json");
        ObjectNode plan = (ObjectNode) request.get("plan");
        ((ObjectNode) plan.get("insureds").get(0)).put("annualRevenueCny", "2000000.00");
        ((ObjectNode) plan.get("need").get("covers").get(2)).put("dailyLimitCny", "250000.00");
        JsonNode quote = created(insurer, request);
        assertThat(quote.get("decision").asString()).isEqualTo("REFER");
        assertThat(quote.get("reasons").toString()).contains("QUO-OVER-INSURANCE");
        assertThat(quote.get("warnings").toString()).contains("/plan/need/covers/2/dailyLimitCny");
    }

    @Test
    void whatLiesInThePlanIsUnderPlanInEveryQuote() throws IOException {
        JsonNode plan = plan("biotech.json");
        ((ObjectNode) plan.get("insureds").get(0)).remove("grossMarginPercent");
        JsonNode filed = insurer.post("/api/v1/plans", plan).json();
        assertThat(filed.get("missing").values())
                .extracting(JsonNode::asString)
                .contains("/insureds/0/grossMarginPercent");
        for (Map<String, Object> by : List.of(
                Map.<String, Object>of("plan", plan),
                Map.<String, Object>of("planId", filed.get("planId").asString()))) {
            Map<String, Object> request = new HashMap<>(by);
            request.put("productId", "sample-a");
            JsonNode quote = created(insurer, request);
            assertThat(quote.get("missing").values())
                    .extracting(JsonNode::asString)
                    .contains("/plan/insureds/0/grossMarginPercent")
                    .allMatch(pointer -> pointer.startsWith("/plan/"));
            assertThat(quote.get("warnings").findValuesAsString("pointer"))
                    .contains("/plan/insureds/0/grossMarginPercent")
                    .allMatch(pointer -> pointer.matches("/(plan|covers|parameters|choices|term)(/.*)?"));
        }
    }

    private static JsonNode item(JsonNode quote, String code) {
        for (JsonNode line : quote.get("coverage")) {
            if (line.get("item").asString().equals(code)) {
                return line;
            }
        }
        throw new AssertionError(code);
    }
}
