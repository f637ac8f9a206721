package org.panbao.web;

import static java.math.RoundingMode.HALF_UP;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.panbao.support.Answer;
import org.panbao.support.ApiClient;
import org.panbao.support.PageReader;
import org.panbao.support.PanbaoServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Two quotes side by side, and what there is to choose from. */
class ComparePagesIT {

    private static final String COMPARE = "/app/quotes/compare?quote=";
    private static final String I5 = "I5 无锡示例表面处理有限公司";

    private final PanbaoServer server = PanbaoServer.shared();
    private final ApiClient insurer = server.as("demo-insurer-1", "insurer");
    private final PageReader reader = PageReader.signedIn(server, "demo-insurer-1", "insurer");

    @Test
    void aYearAndHalfAYearDifferInTheShortTermStepAndNotInTheScore() throws IOException {
        String plan = PageSamples.plan(insurer, "machine-tool-maker.json", "compared");
        JsonNode year = PageSamples.quote(insurer, plan, Map.of());
        JsonNode half = PageSamples.quote(insurer, plan, Map.of("term", "P6M"));

        Answer answer = reader.get(COMPARE + id(year) + "&quote=" + id(half) + "&lang=en");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        BigDecimal difference = total(half).subtract(total(year));
        // filed row A-ST-06: six months cost 0.60 of the year
        assertThat(total(half))
                .isEqualByComparingTo(
                        total(year).multiply(new BigDecimal("0.60")).setScale(2, HALF_UP));
        assertThat(answer.body()).contains(new Wording(Locale.ENGLISH).money(difference));
        assertThat(row(answer, "Period")).contains("12 months", "6 months", "≠ different");
        assertThat(row(answer, "Short term")).contains("—", "≠ different");
        assertThat(row(answer, "Risk score")).contains(">0.00</td>", "same").doesNotContain("different");
        assertThat(row(answer, "Release")).contains("same");
        assertThat(answer.body()).contains("The first step of the rate bases that differs");
    }

    /** The plan starts on 2027-01-01 and asks for twelve months, so the last day of the year is the last of cover. */
    @Test
    void everythingIsCalledByItsNameInEitherLanguage() throws IOException {
        String plan = PageSamples.plan(insurer, "machine-tool-maker.json", "told apart by name");
        String year = id(PageSamples.quote(insurer, plan, Map.of()));
        String half = id(PageSamples.quote(insurer, plan, Map.of("term", "P6M")));

        Answer chinese = reader.get(COMPARE + year + "&quote=" + half + "&lang=zh-CN");
        Answer english = reader.get(COMPARE + year + "&quote=" + half + "&lang=en");

        assertThat(row(chinese, "终保日")).contains("2027-12-31", "2027-06-30");
        assertThat(row(chinese, "数据恢复及相关维修费用 · 子费用限额")).contains("未约定");
        assertThat(row(chinese, "基准保费")).contains("相同");
        assertThat(row(english, "Base premium")).contains("same");
        assertThat(row(english, "Plan")).contains("told apart by name").doesNotContain(plan);
        assertThat(row(english, "Product")).contains("Data security insurance (sample product A)");
        assertThat(english.body())
                .doesNotContain(
                        ">DR<", ">BASE<", ">DR_LIMIT<", ">ROUND<", ">NONE<", "P12M", "DR · ", "<th scope=\"row\">Q-");
    }

    /** A park of five insureds, the last of whom has a limit of 390,000 and leaves on 30 June. */
    @Test
    void insuredsOfSchedulesStandSideBySide() throws IOException {
        String plan = PageSamples.plan(insurer, "industrial-park.json", "park");
        JsonNode all = PageSamples.quote(insurer, plan, Map.of());
        ObjectNode document = PageSamples.document("industrial-park.json").put("planName", "park with a change");
        ((ObjectNode) document.at("/insureds/4")).put("limitCny", "380000.00");
        String other = PageSamples.plan(insurer, document);
        JsonNode changed = PageSamples.quote(insurer, other, Map.of());

        Answer answer = reader.get(COMPARE + id(all) + "&quote=" + id(changed) + "&lang=en");

        assertThat(row(answer, I5 + " · Own limit (CNY)")).contains("390,000.00", "380,000.00", "≠ different");
        assertThat(row(answer, I5 + " · Period"))
                .contains("2027-06-29, 6 months", "same")
                .doesNotContain("different");
        assertThat(row(answer, "I1 无锡示例高新产业园管理有限公司 · Own limit (CNY)"))
                .contains("same")
                .doesNotContain("different");
    }

    @Test
    void aQuoteComparedWithItsTwinHasNoStepThatDiffers() throws IOException {
        String plan = PageSamples.plan(insurer, "machine-tool-maker.json", "twins");
        String first = id(PageSamples.quote(insurer, plan, Map.of()));
        String second = id(PageSamples.quote(insurer, plan, Map.of()));

        Answer answer = reader.get(COMPARE + first + "&quote=" + second);

        assertThat(answer.body())
                .contains("两份费率依据的每一步都相同", " 元</td>", "%</td>")
                .doesNotContain("class=\"differs\"", " CNY</td>", "PERCENT")
                // the other language compares the same two
                .contains("href=\"?quote=" + first + "&amp;quote=" + second + "&amp;lang=en\"");
    }

    @Test
    void withOneChosenTheOthersOfItsPlanAreOffered() throws IOException {
        String plan = PageSamples.plan(insurer, "machine-tool-maker.json", "chosen from");
        String first = id(PageSamples.quote(insurer, plan, Map.of()));
        String second = id(PageSamples.quote(insurer, plan, Map.of()));
        String elsewhere = id(PageSamples.quote(
                insurer, PageSamples.plan(insurer, "machine-tool-maker.json", "elsewhere"), Map.of()));

        assertThat(reader.get(COMPARE + first).body())
                .contains(
                        "type=\"radio\"", "value=\"" + second + "\"", "type=\"hidden\" name=\"quote\" value=\"" + first)
                .doesNotContain(elsewhere);
        assertThat(reader.get("/app/plans/" + plan).body())
                .contains(first, second)
                .doesNotContain(elsewhere);
        assertThat(reader.get("/app/quotes/" + first).body()).contains(COMPARE + first);
    }

    @Test
    void notTwoQuotesIsSaidOnAPage() throws IOException {
        String plan = PageSamples.plan(insurer, "machine-tool-maker.json", "three");
        String path = COMPARE + id(PageSamples.quote(insurer, plan, Map.of()));
        for (int i = 0; i < 2; i++) {
            path += "&quote=" + id(PageSamples.quote(insurer, plan, Map.of()));
        }

        for (String unfit : new String[] {path, "/app/quotes/compare"}) {
            Answer answer = reader.get(unfit);
            assertThat(answer.status()).as(unfit).isEqualTo(422);
            assertThat(answer.body()).contains("<h1>", "请选择恰好两份不同的报价");
        }
    }

    @Test
    void aQuoteOfAnotherInsurerIsNotThere() throws IOException {
        String plan = PageSamples.plan(insurer, "machine-tool-maker.json", "ours");
        String first = id(PageSamples.quote(insurer, plan, Map.of()));
        String second = id(PageSamples.quote(insurer, plan, Map.of()));
        PageReader other = PageReader.signedIn(server, "demo-insurer-2", "insurer");

        assertThat(other.get(COMPARE + first + "&quote=" + second).status()).isEqualTo(404);
        assertThat(other.get(COMPARE + first).status()).isEqualTo(404);
        Answer unknown = reader.get(COMPARE + first + "&quote=" + UUID.randomUUID());
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.body()).contains("<h1>");
    }

    private static String id(JsonNode quote) {
        return quote.get("quoteId").asString();
    }

    private static BigDecimal total(JsonNode quote) {
        return new BigDecimal(quote.at("/premium/total").asString());
    }

    /** The row of a table with this head. */
    private static String row(Answer page, String head) {
        int start = page.body().indexOf("<th scope=\"row\">" + head + "</th>");
        assertThat(start).as("a row %s in %s", head, page.body()).isPositive();
        return page.body().substring(start, page.body().indexOf("</tr>", start));
    }
}
