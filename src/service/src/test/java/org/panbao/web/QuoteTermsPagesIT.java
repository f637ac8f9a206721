package org.panbao.web;

import static java.math.RoundingMode.HALF_UP;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.panbao.support.Answer;
import org.panbao.support.ApiClient;
import org.panbao.support.PageReader;
import org.panbao.support.PanbaoServer;
import tools.jackson.databind.JsonNode;

/** A quote with terms of its own, asked for on a page. */
class QuoteTermsPagesIT {

    private final PanbaoServer server = PanbaoServer.shared();
    private final ApiClient insurer = server.as("demo-insurer-1", "insurer");
    private final PageReader reader = PageReader.signedIn(server, "demo-insurer-1", "insurer");

    @Test
    void theFormIsMadeFromTheProductInBothLanguages() throws IOException {
        String plan = PageSamples.plan(insurer, "machine-tool-maker.json", "form of a quote");

        String chinese =
                reader.get(form(plan) + "?productId=sample-a&lang=zh-CN").body();
        assertThat(chinese)
                .contains("name=\"ratingDate\"", "name=\"inception\"", "name=\"term\"", "name=\"expiry\"")
                .contains("name=\"parameters/channel\"", "直销", "name=\"parameters/lossRatioPercent\"", "默认：55%")
                .contains("name=\"covers/DR/limit\"", "name=\"covers/BI/waitingDays\"", "数据恢复及相关维修费用 (DR)")
                .contains("name=\"choices/CHANNEL/value\"", "name=\"choices/CHANNEL/reason\"", "0.7 – 1.3");
        String english = reader.get(form(plan) + "?productId=sample-a&lang=en").body();
        assertThat(english).contains("Default: 55%", "Longest indemnity period days", "Direct");
        assertThat(reader.get("/app/plans/" + plan).body()).contains("href=\"" + form(plan) + "\"");
    }

    /** Filed row A-ST-06: six months cost 0.60 of the year. */
    @Test
    void leftBlankExceptTheTermItIsTheQuoteThatThePlanAsksForWithThatTerm() throws IOException {
        String plan = PageSamples.plan(insurer, "machine-tool-maker.json", "six months");
        JsonNode year = PageSamples.quote(insurer, plan, Map.of());

        JsonNode half = asked(plan, Map.of("term", "6", "covers/DR", "1", "covers/IR", "1", "covers/BI", "1"));

        assertThat(half.get("term").asString()).isEqualTo("P6M");
        assertThat(total(half))
                .isEqualByComparingTo(
                        total(year).multiply(new BigDecimal("0.60")).setScale(2, HALF_UP));
    }

    @Test
    void termsParametersAndChoicesReachTheQuote() throws IOException {
        String plan = PageSamples.plan(insurer, "machine-tool-maker.json", "own terms");
        Map<String, String> typed = new HashMap<>();
        typed.put("inception", "2027-03-01");
        typed.put("expiry", "2027-08-31");
        typed.put("covers/DR", "1");
        typed.put("covers/DR/limit", "1500000");
        typed.put("parameters/aggregateLimit", "1500000");
        typed.put("parameters/perEventLimit", "1500000");
        typed.put("parameters/channel", "OTHER");
        typed.put("choices/CHANNEL/value", "1.2");
        typed.put("choices/CHANNEL/reason", "an agent of long standing");

        JsonNode quote = asked(plan, typed);

        assertThat(quote.get("inception").asString()).isEqualTo("2027-03-01");
        assertThat(quote.get("expiry").asString()).isEqualTo("2027-08-31");
        assertThat(quote.at("/premium/covers")
                        .valueStream()
                        .map(cover -> cover.get("coverId").asString()))
                .containsExactly("DR");
        assertThat(quote.at("/premium/sumInsured").asString()).isEqualTo("1500000.00");
        assertThat(quote.at("/premium/choices").toString()).contains("\"1.2\"", "an agent of long standing");
    }

    @Test
    void whatIsWrongStandsAtItsFieldAndWhatWasTypedStays() throws IOException {
        String plan = PageSamples.plan(insurer, "machine-tool-maker.json", "faulty terms");
        reader.get(form(plan));
        Map<String, String> typed = new HashMap<>();
        typed.put("productId", "sample-a");
        typed.put("covers/DR/limit", "a lot");
        typed.put("term", "7.5");
        typed.put("choices/CHANNEL/value", "0.9");

        Answer badTerm = reader.post(form(plan), typed);
        assertThat(badTerm.status()).isEqualTo(422);
        assertThat(badTerm.body()).contains("href=\"#f-term\"", "value=\"a lot\"", "value=\"7.5\"");

        typed.put("term", "12");
        Answer badValues = reader.post(form(plan), typed);
        assertThat(badValues.status()).isEqualTo(422);
        assertThat(badValues.body())
                .contains("href=\"#f-covers-DR-limit\"", "id=\"f-covers-DR-limit\"")
                .contains("href=\"#f-choices-CHANNEL-reason\"", "id=\"f-choices-CHANNEL-reason\"");

        typed.put("inception", "tomorrow");
        assertThat(reader.post(form(plan), typed).body()).contains("href=\"#f-inception\"", "2027-01-01");
    }

    /** The plan asks for 4,000,000 in all, far above the one cover that is left; a field of this form can say less. */
    @Test
    void aFactOfThePlanThatDoesNotFitIsToldAtTheFieldThatOverridesIt() throws IOException {
        String plan = PageSamples.plan(insurer, "machine-tool-maker.json", "aggregate too large");
        reader.get(form(plan));

        Answer answer = reader.post(
                form(plan), Map.of("productId", "sample-a", "covers/DR", "1", "covers/DR/limit", "1500000"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("href=\"#f-parameters-aggregateLimit\"");
    }

    @Test
    void anUnknownProductOrPlanIsNotThere() throws IOException {
        String plan = PageSamples.plan(insurer, "machine-tool-maker.json", "unknown product");
        reader.get(form(plan));

        assertThat(reader.post(form(plan), Map.of("productId", "none-of-ours")).status())
                .isEqualTo(404);
        assertThat(PageReader.signedIn(server, "demo-insurer-2", "insurer")
                        .get(form(plan))
                        .status())
                .isEqualTo(404);
    }

    /** The quote that the form answers with. */
    private JsonNode asked(String plan, Map<String, String> fields) {
        reader.get(form(plan) + "?productId=sample-a");
        Map<String, String> typed = new HashMap<>(fields);
        typed.put("productId", "sample-a");
        Answer answer = reader.post(form(plan), typed);
        assertThat(answer.status()).as(answer.body()).isEqualTo(302);
        String quote = answer.header("Location").replaceFirst(".*/", "");
        return insurer.get("/api/v1/quotes/" + quote).json();
    }

    private static String form(String plan) {
        return "/app/plans/" + plan + "/quote";
    }

    private static BigDecimal total(JsonNode quote) {
        return new BigDecimal(quote.at("/premium/total").asString());
    }
}
