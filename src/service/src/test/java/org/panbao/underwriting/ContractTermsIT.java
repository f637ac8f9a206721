package org.panbao.underwriting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.panbao.support.Answer;
import org.panbao.support.ApiClient;
import org.panbao.support.PanbaoServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Terms that no rate reads, and amounts that look wrong: asked, answered, kept, replayed. */
class ContractTermsIT {

    private static final Path TOP = Path.of(System.getProperty("panbao.top"));
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String QUOTES = "/api/v1/quotes";

    private final ApiClient insurer = PanbaoServer.shared().as("demo-insurer-1", "insurer");

    @Test
    void theTermsAreKeptWithTheQuoteAndInItsRateBasis() {
        Map<String, Object> request = request();
        request.put("coInsurance", List.of(share("demo-insurer-1", "60", true), share("Example Mutual", "40", false)));
        request.put("reinsuranceCapacityCny", "5000000.50");
        request.put("premiumBeforeCover", false);
        request.put("specialAgreements", List.of("仅承保本部机房", "Losses at the second site are not covered."));

        JsonNode quote = created(request);
        JsonNode read = insurer.get(path(quote)).json();
        JsonNode question = basis(quote).at("/question/contract");

        // the plan asks for an aggregate of 3,500,000
        for (JsonNode shown : List.of(quote, read)) {
            assertThat(shown.at("/coInsurance/0/sharePercent").asString()).isEqualTo("60");
            assertThat(shown.at("/coInsurance/1/insurer").asString()).isEqualTo("Example Mutual");
            assertThat(shown.at("/ownShare/percent").asString()).isEqualTo("60");
            assertThat(shown.at("/ownShare/sumInsured").asString()).isEqualTo("2100000.00");
            assertThat(shown.at("/ownShare/capacity").asString()).isEqualTo("105000000.50");
            assertThat(shown.at("/reinsuranceCapacityCny").asString()).isEqualTo("5000000.50");
            assertThat(shown.get("premiumBeforeCover").asBoolean()).isFalse();
            assertThat(shown.at("/specialAgreements/0").asString()).isEqualTo("仅承保本部机房");
        }
        assertThat(question.at("/coInsurance/0/sharePercent").asString()).isEqualTo("60");
        assertThat(question.at("/coInsurance/0/lead").asBoolean()).isTrue();
        assertThat(question.at("/reinsuranceCapacityCny").asString()).isEqualTo("5000000.50");
        assertThat(question.at("/specialAgreements/1").asString()).startsWith("Losses at");
        assertReplayed(quote);
    }

    @Test
    void withoutThemTheFilingSpeaks() {
        JsonNode quote = created(request());

        assertThat(quote.get("coInsurance").size()).isZero();
        assertThat(quote.at("/ownShare/percent").asString()).isEqualTo("100");
        assertThat(quote.get("premiumBeforeCover").asBoolean()).isTrue();
        assertThat(quote.get("specialAgreements").size()).isZero();
        assertReplayed(quote);
    }

    @Test
    void moreThanTheInsurerCanCarryIsReferredWithTheReason() {
        Map<String, Object> request = request();
        request.put("covers", Map.of("DR", Map.of("limit", "150000000", "deductiblePercent", "10")));
        request.put("parameters", Map.of("aggregateLimit", "150000000", "perEventLimit", "150000000"));

        JsonNode quote = created(request);

        assertThat(quote.get("decision").asString()).isEqualTo("REFER");
        assertThat(quote.get("reasons").findValuesAsString("id")).contains("QUO-CAPACITY");
        assertReplayed(quote);
    }

    /** The plan's data recovery limit is 1,500,000; 150 would be the same number of 万元. */
    @Test
    void aLimitInTenThousandsIsToldInTheAnswerAndInTheDataChecks() {
        Map<String, Object> request = request();
        request.put("covers", Map.of("DR", Map.of("limit", "150", "deductiblePercent", "10")));
        request.put("parameters", Map.of("aggregateLimit", "150", "perEventLimit", "150"));

        JsonNode quote = created(request);

        assertThat(quote.get("warnings").valueStream()).anySatisfy(ContractTermsIT::assertSlip);
        JsonNode basis = basis(quote);
        assertThat(basis.get("dataChecks").valueStream()).anySatisfy(ContractTermsIT::assertSlip);
        assertThat(basis.at("/dataCheckCounts/WARNING").asInt()).isEqualTo((int) basis.get("dataChecks")
                .valueStream()
                .filter(check -> check.get("severity").asString().equals("WARNING"))
                .count());
        assertReplayed(quote);
    }

    @Test
    void aTariffAloneTellsOfASlipToo() {
        Answer answer = insurer.post("/api/v1/products/sample-d/premium", JSON.readTree("""
                        {"covers": {"CYBER": {"limit": "1000000"}},
                         "parameters": {"perEventLimit": "10", "deductible": "0", "lossRatioPercent": "70",
                                        "annualRevenue": "50000000", "industry": "C"}}
                        """));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        JsonNode warnings = answer.json().get("warnings");
        assertThat(warnings.size()).isEqualTo(1);
        assertThat(warnings.at("/0/pointer").asString()).isEqualTo("/parameters/perEventLimit");
        assertThat(warnings.at("/0/code").asString()).isEqualTo("unit-slip");
    }

    private static void assertSlip(JsonNode finding) {
        assertThat(finding.get("pointer").asString()).isEqualTo("/covers/DR/limit");
        assertThat(finding.get("code").asString()).isEqualTo("unit-slip");
        assertThat(finding.at("/message/zh").asString()).contains("万元");
        assertThat(finding.at("/message/en").asString()).contains("ten thousand");
    }

    private void assertReplayed(JsonNode quote) {
        JsonNode replay = insurer.post(path(quote) + "/replay", "").json();
        assertThat(replay.get("identical").asBoolean()).as(replay.toString()).isTrue();
    }

    private JsonNode basis(JsonNode quote) {
        return insurer.get(path(quote) + "/rate-basis").json().get("record");
    }

    private JsonNode created(Map<String, Object> request) {
        Answer answer = insurer.post(QUOTES, request);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    private static String path(JsonNode quote) {
        return QUOTES + "/" + quote.get("quoteId").asString();
    }

    private static Map<String, Object> share(String insurer, String percent, boolean lead) {
        return Map.of("insurer", insurer, "sharePercent", percent, "lead", lead);
    }

    private static Map<String, Object> request() {
        JsonNode plan = JSON.readTree(TOP.resolve("sample-data/plans/biotech.json"));
        return new HashMap<>(Map.of("plan", plan, "productId", "sample-a"));
    }
}
