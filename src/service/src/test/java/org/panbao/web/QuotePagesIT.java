package org.panbao.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.panbao.support.ApiClient;
import org.panbao.support.PageReader;
import org.panbao.support.PanbaoServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One quote in the words of its reader, and the list it is found in. */
class QuotePagesIT {

    private final PanbaoServer server = PanbaoServer.shared();
    private final ApiClient insurer = server.as("demo-insurer-1", "insurer");
    private final PageReader reader = PageReader.signedIn(server, "demo-insurer-1", "insurer");

    @Test
    void inputsAreInWordsAndAFilingIsQuotedOnlyAsASource() throws IOException {
        JsonNode quote = PageSamples.quote(
                insurer,
                PageSamples.plan(insurer, "machine-tool-maker.json", "in words"),
                Map.of("parameters", Map.of("channel", "OTHER")));

        String chinese = page(quote, "zh-CN");
        assertThat(inputs(chinese))
                .contains("投保方案", "<code>wanted.limitCny</code>", "请求", "（默认值）", "<summary>来源</summary>", "未约定", "其他")
                .contains("数据恢复及相关维修费用")
                .doesNotContain("<td class=\"number\">NONE", "<td class=\"number\">OTHER", ">request<", "plan wanted");
        String english = page(quote, "en");
        assertThat(inputs(english)).contains("request", "None", "Other");
        assertThat(english).doesNotContain(" 1 years", " 0 years").contains("2027-01-01 – 2027-12-31", "12 months");
    }

    /** Without wanted covers the advised ones are priced. */
    @Test
    void anAdvisedTermSaysThatItIsAdvice() throws IOException {
        ObjectNode plan = PageSamples.document("machine-tool-maker.json").put("planName", "advised");
        ((ObjectNode) plan.get("need")).remove("covers");
        JsonNode quote = PageSamples.quote(insurer, PageSamples.plan(insurer, plan), Map.of());

        assertThat(inputs(page(quote, "zh-CN"))).contains("<span>建议").doesNotContain("advice");
        assertThat(inputs(page(quote, "en"))).contains("<span>advice");
    }

    /** 12 percent lies between the filed 10 and 15; the last insured of the park has 390,000 at most. */
    @Test
    void whatWasMadeOfAWishIsInWordsToo() throws IOException {
        ObjectNode between = PageSamples.document("machine-tool-maker.json").put("planName", "between rows");
        ((ObjectNode) between.at("/need/covers/0")).put("deductiblePercent", "12");
        JsonNode quote = PageSamples.quote(insurer, PageSamples.plan(insurer, between), Map.of());
        assertThat(inputs(page(quote, "zh-CN"))).contains("投保方案（要求 12，取下一备案值）");
        assertThat(inputs(page(quote, "en"))).contains("plan (asked for 12, the next filed value)");

        JsonNode park = PageSamples.quote(
                insurer, PageSamples.plan(insurer, "industrial-park.json", "limits of their own"), Map.of());
        assertThat(inputs(page(park, "zh-CN")))
                .contains("投保方案（390,000）", "<code>insureds.limitCny</code>", "I5 无锡示例表面处理有限公司")
                .contains("投保方案（390,000 ÷ 最大赔偿期 ");
    }

    @Test
    void aChoiceForOneCoverNamesIt() throws IOException {
        JsonNode quote = PageSamples.quote(
                insurer,
                PageSamples.plan(insurer, "machine-tool-maker.json", "one choice"),
                Map.of("choices", Map.of("CHANNEL@DR", Map.of("value", "0.8", "reason", "direct, long known"))));

        assertThat(page(quote, "en"))
                .contains("<span> · Data recovery and related repair</span>", "direct, long known")
                .doesNotContain("直销业务不付经纪佣金 / Direct");
    }

    @Test
    void anAcceptedQuoteSaysThatThereIsNoReasonAndWhoAsked() throws IOException {
        JsonNode quote =
                PageSamples.quote(insurer, PageSamples.plan(insurer, "machine-tool-maker.json", "accepted"), Map.of());

        String page = page(quote, "en");
        assertThat(page.substring(page.indexOf("id=\"reasons-title\""), page.indexOf("id=\"events-title\"")))
                .contains("<p>None</p>");
        assertThat(page).contains("Asked by", "演示海晏财产保险股份有限公司");
    }

    /** On paper every clause stands once, whatever number of cover items it belongs to. */
    @Test
    void clausesForPaperStandOnce() throws IOException {
        JsonNode quote =
                PageSamples.quote(insurer, PageSamples.plan(insurer, "machine-tool-maker.json", "on paper"), Map.of());

        String page = page(quote, "en");
        int start = page.indexOf("<div class=\"on-paper\">");
        assertThat(start).isPositive();
        String paper = page.substring(start, page.indexOf("</div>", start));
        assertThat(paper.split("<li>", -1)).hasSizeGreaterThan(3);
        assertThat(Pattern.compile("<code>([^<]+)</code>")
                        .matcher(paper)
                        .results()
                        .map(found -> found.group(1)))
                .doesNotHaveDuplicates();
    }

    @Test
    void aQuoteIsFoundByTheBeginningOfACodeAndPartOfANameInAnyCase() throws IOException {
        ObjectNode plan = PageSamples.document("machine-tool-maker.json").put("planName", "searched");
        ((ObjectNode) plan.get("policyholder")).put("name", "Searched Tools Ltd");
        JsonNode quote = PageSamples.quote(insurer, PageSamples.plan(insurer, plan), Map.of());
        String id = quote.get("quoteId").asString();
        String code = plan.at("/policyholder/creditCode").asString();

        for (String text :
                new String[] {code.substring(0, 12).toLowerCase(Locale.ROOT), "searched%20tools", "TOOLS%20ltd"}) {
            assertThat(PageSamples.everyPage(reader, "/app/quotes?text=" + text))
                    .as(text)
                    .contains(id);
        }
        assertThat(PageSamples.everyPage(reader, "/app/quotes?text=" + code.substring(1)))
                .doesNotContain(id);
        assertThat(reader.get("/app/quotes?product=sample-a").body())
                .contains("<option value=\"sample-a\" selected=\"selected\">");
    }

    /** An asset has its digest in its address, so that no browser shows a new page with an old one. */
    @Test
    void anAssetIsNamedByItsContent() {
        String page = reader.get("/app/quotes").body();

        assertThat(page)
                .containsPattern("/assets/panbao-[0-9a-f]{32}\\.css")
                .containsPattern("/assets/panbao-[0-9a-f]{32}\\.js");
    }

    private String page(JsonNode quote, String language) {
        return reader.get("/app/quotes/" + quote.get("quoteId").asString() + "?lang=" + language)
                .body();
    }

    /** The table of inputs. */
    private static String inputs(String page) {
        int start = page.indexOf("id=\"basis-title\"");
        return page.substring(start, page.indexOf("id=\"steps-title\""));
    }
}
