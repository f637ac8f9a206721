package org.panbao.underwriting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.panbao.underwriting.QuoteRequests.created;
import static org.panbao.underwriting.QuoteRequests.request;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.panbao.support.Answer;
import org.panbao.support.ApiClient;
import org.panbao.support.PanbaoServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A schedule over HTTP: what is answered of each insured, and that it adds up. */
class ScheduleQuoteIT {

    private final ApiClient insurer = PanbaoServer.shared().as("demo-insurer-1", "insurer");

    @Test
    void theInsuredsAddUpToTheTotalAndToEveryCover() throws IOException {
        JsonNode quote = created(insurer, request("industrial-park.json"));

        assertThat(quote.get("insureds")).hasSize(5);
        assertThat(sum(quote.get("insureds"), "premium"))
                .isEqualByComparingTo(quote.get("premium").get("total").asString());
        assertThat(sum(quote.get("insureds"), "annualPremium"))
                .isEqualByComparingTo(quote.get("premium").get("annualTotal").asString());
        for (JsonNode cover : quote.get("premium").get("covers")) {
            BigDecimal ofAll = BigDecimal.ZERO;
            for (JsonNode insured : quote.get("insureds")) {
                for (JsonNode own : insured.get("covers")) {
                    boolean same = own.get("coverId").equals(cover.get("coverId"));
                    ofAll = same ? ofAll.add(new BigDecimal(own.get("premium").asString())) : ofAll;
                }
            }
            assertThat(ofAll).isEqualByComparingTo(cover.get("premium").asString());
        }
        JsonNode leaver = quote.get("insureds").get(4);
        assertThat(leaver.get("insuredId").asString()).isEqualTo("I5");
        assertThat(leaver.get("monthsBegun").asString()).isEqualTo("6");
        assertThat(leaver.get("expiry").asString()).isEqualTo("2027-06-29");
        assertThat(quote.get("insureds").get(0).get("expiry").isNull()).isTrue();
    }

    private static BigDecimal sum(JsonNode insureds, String field) {
        return insureds.valueStream()
                .map(insured -> new BigDecimal(insured.get(field).asString()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void aChoiceForOneInsuredIsAnOverrideOfItAloneAndReplays() throws IOException {
        Map<String, Object> request = request("paper-group.json");
        JsonNode before = created(insurer, request);
        request.put("choices", Map.of("CHANNEL#I2", Map.of("value", "0.9", "reason", "no broker")));
        JsonNode after = created(insurer, request);

        assertThat(after.get("insureds").get(0))
                .isEqualTo(before.get("insureds").get(0));
        // 1.0 stands for an unstated channel
        assertThat(new BigDecimal(after.get("insureds").get(1).get("premium").asString()))
                .isLessThan(new BigDecimal(
                        before.get("insureds").get(1).get("premium").asString()));
        String path = QuoteRequests.QUOTES + "/" + after.get("quoteId").asString();
        JsonNode override = insurer.get(path + "/rate-basis")
                .json()
                .get("record")
                .get("overrides")
                .get(0);
        assertThat(override.get("insured").asString()).isEqualTo("I2");
        assertThat(insurer.post(path + "/replay", "").json().get("identical").asBoolean())
                .isTrue();
    }

    @Test
    void whoJoinsAfterTheTermIsToldAtItsPlaceAndNotCharged() throws IOException {
        Map<String, Object> request = request("paper-group.json");
        ObjectNode plan = (ObjectNode) ((JsonNode) request.get("plan")).deepCopy();
        ((ObjectNode) ((ArrayNode) plan.get("insureds")).get(2)).put("joinedOn", "2028-02-01");
        ((ObjectNode) plan.get("need")).put("aggregateLimitCny", "5000000.00");
        request.put("plan", plan);
        Answer answer = insurer.post(QuoteRequests.QUOTES, request);

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.json().get("insureds")).hasSize(2);
        assertThat(answer.json().get("warnings").valueStream())
                .filteredOn(warning -> warning.get("code").asString().equals("insured-joins-late"))
                .extracting(warning -> warning.get("pointer").asString())
                .containsExactly("/plan/insureds/2/joinedOn");
    }
}
