package org.panbao.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.panbao.support.Answer;
import org.panbao.support.ApiClient;
import org.panbao.support.PageReader;
import org.panbao.support.PanbaoServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Quotes as Word files and as pages to print, held against what was answered and signed. */
class QuoteDocumentIT {

    private static final Path PLANS = Path.of(System.getProperty("panbao.top"), "sample-data/plans");

    private final PanbaoServer server = PanbaoServer.shared();
    private final ApiClient insurer = server.asRole("insurer");

    @Test
    void offersCoverWithPremiumAndBasisInChinese() throws IOException {
        JsonNode quote = quote("machine-tool-maker");

        String text = text(word(quote, ""));

        assertThat(text)
                .contains("网络安全保险报价单", quote.get("quoteId").asString(), "示例费率", "附录：费率测算依据")
                .contains("投保人", "SAMPLE-A-DI1-2026", "数据恢复及相关维修费用 (DR)", "每次事故免赔率 10%")
                .contains(money(quote.at("/premium/total").asString()))
                .contains("保险期间\t12 个月", "起保日\t2027-01-01", "终止日\t2027-12-31", "结论的理由\n无。")
                .contains("投保方案 need.aggregateLimitCny", "保险人\t演示海晏财产保险股份有限公司", "追溯期 无")
                .doesNotContain("仅供参考", "本次不予承保");
    }

    @Test
    void saysTheSameInEnglish() throws IOException {
        JsonNode quote = quote("machine-tool-maker");

        String text = text(word(quote, "?lang=en"));

        assertThat(text)
                .contains("Cyber insurance quotation", "A sample tariff, filed by no insurer", "Appendix: rate basis")
                .contains(
                        "Deductible per event 10%",
                        money(quote.at("/premium/total").asString()));
        assertThat(text(word(quote("industrial-park"), "?lang=en")))
                .contains(
                        "Term\t12 months",
                        "plan need.aggregateLimitCny",
                        "Insured schedule",
                        "I5 无锡示例表面处理有限公司",
                        "390,000.00",
                        "6 months");
    }

    /** Management interfaces of the third insured alone are open to the internet, to be closed within days. */
    @Test
    void aConditionNamesTheInsuredItComesFromInDocumentAndPage() throws IOException {
        ObjectNode plan = (ObjectNode) plan("paper-group");
        ((ArrayNode) plan.at("/security/answers"))
                .addObject()
                .put("questionId", "Q-I2-EXPOSED")
                .put("insuredId", "I3")
                .put("state", "NO")
                .put("evidence", "DECLARED")
                .put("answeredOn", "2026-11-20");
        JsonNode quote = quoteOf(plan);
        JsonNode condition = quote.get("conditions")
                .valueStream()
                .filter(one -> one.get("ruleId").asString().equals("GAT-IDN-007"))
                .findFirst()
                .orElseThrow();

        assertThat(condition.get("insureds").valueStream().map(JsonNode::asString))
                .containsExactly("I3");
        String told = condition.at("/text/zh").asString() + " (I3)";
        assertThat(text(word(quote, ""))).contains(told);
        assertThat(PageReader.signedIn(server, "demo-insurer-1", "insurer")
                        .get("/app/quotes/" + quote.get("quoteId").asString())
                        .body())
                .contains(told);
    }

    /** The third insured of the group left before the rating date, or joins after the term of 2027; two are left, or one. */
    @Test
    void onlyTheInsuredsThatAreCoveredAreListed() throws IOException {
        assertThat(insureds(group(Map.of(2, "leavesOn=2026-06-30")))).isEqualTo(List.of(0, 1));
        assertThat(insureds(group(Map.of(2, "joinedOn=2028-02-01")))).isEqualTo(List.of(0, 1));
        assertThat(insureds(group(Map.of(1, "joinedOn=2028-02-01", 2, "leavesOn=2026-06-30"))))
                .isEqualTo(List.of(0));
    }

    /** The paper group with a date of some of its insureds; without a limit of its own the first is no schedule when alone. */
    private static ObjectNode group(Map<Integer, String> dates) throws IOException {
        ObjectNode plan = (ObjectNode) plan("paper-group");
        dates.forEach((position, date) ->
                ((ObjectNode) plan.at("/insureds/" + position)).put(date.split("=")[0], date.split("=")[1]));
        ((ObjectNode) plan.at("/insureds/0")).remove("limitCny");
        ((ObjectNode) plan.get("need")).put("aggregateLimitCny", "5000000.00");
        return plan;
    }

    /** Positions in the plan of those whom the document of its quote lists. */
    private List<Integer> insureds(JsonNode plan) throws IOException {
        XWPFTable listed = table(word(quoteOf(plan), ""), "名称");
        List<String> codes = new ArrayList<>();
        listed.getRows().stream()
                .skip(1)
                .forEach(row -> codes.add(row.getCell(1).getText()));
        List<Integer> positions = new ArrayList<>();
        for (int i = 0; i < plan.get("insureds").size(); i++) {
            if (codes.contains(plan.at("/insureds/" + i + "/creditCode").asString())) {
                positions.add(i);
            }
        }
        return positions;
    }

    private static XWPFTable table(XWPFDocument word, String firstHead) {
        return word.getTables().stream()
                .filter(table -> table.getRow(0).getCell(0).getText().equals(firstHead))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void appendixHasEveryStepWithItsFiledRow() throws IOException {
        JsonNode quote = quote("machine-tool-maker");
        JsonNode record = insurer.get("/api/v1/quotes/" + quote.get("quoteId").asString() + "/rate-basis")
                .json();

        List<String> rows = new ArrayList<>();
        record.at("/record/steps").forEach(step -> rows.add(step.at("/hit/row").asString("")));
        for (String query : List.of("", "?lang=en")) {
            XWPFTable steps = table(word(quote, query), "#");
            assertThat(steps.getRows()).hasSize(rows.size() + 1);
            for (int i = 0; i < rows.size(); i++) {
                assertThat(steps.getRow(i + 1).getCell(3).getText()).startsWith(rows.get(i));
            }
        }
        assertThat(table(word(quote, "?lang=en"), "#").getText())
                .contains("Arithmetic", "Filed row", "Running premium (CNY)");
        assertThat(text(word(quote, ""))).contains(record.get("sha256").asString());
    }

    /** Five insureds; the last has a limit of 390,000 of its own. */
    @Test
    void aScheduleIsListedInsuredByInsured() throws IOException {
        JsonNode quote = quote("industrial-park");

        assertThat(text(word(quote, "")))
                .contains("被保险人名单", "I5 无锡示例表面处理有限公司", "390,000.00", " · 数据恢复及相关维修费用 · I5")
                .contains(money(quote.at("/insureds/4/premium").asString()));
    }

    @Test
    void aReferralIsIndicativeAndADeclineHasNoPremium() throws IOException {
        assertThat(text(word(quote("hospital"), ""))).contains("须经人工核保决定", "不构成要约", "计算步骤");
        assertThat(text(word(quote("food-maker"), "")))
                .contains("本次不予承保", "本报价没有计算保费", "不予承保，未提供报价")
                .doesNotContain("计算步骤", "有效期至", "保险期间", "承保要求", "本次未投保");
    }

    @Test
    void tellsWhatPeopleDecided() throws IOException {
        JsonNode approved = quote("hospital");
        decide(approved, "APPROVE", "整改计划已核实");

        assertThat(text(word(approved, "")))
                .contains("人工核保决定", "批准", "整改计划已核实", "高级核保人", "转核保；已批准")
                .doesNotContain("不构成要约");

        JsonNode declined = quote("hospital");
        decide(declined, "DECLINE", "不符合承保政策");

        assertThat(text(word(declined, "?lang=en")))
                .contains("Decisions of underwriters", "不符合承保政策", "Refer", "Not offered, because the case is declined")
                .doesNotContain("Premium payable", "Valid until");
    }

    private void decide(JsonNode quote, String action, String reason) {
        Answer answer = server.asRole("underwriter-senior")
                .post(
                        "/api/v1/quotes/" + quote.get("quoteId").asString() + "/referral",
                        Map.of("action", action, "reason", reason));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    /** Every condition of the quote says what to do and, as the first day of cover is known, by when. */
    @Test
    void aConditionSaysWhatToDoAndByWhichDay() throws IOException {
        JsonNode quote = quote("logistics");
        String text = text(word(quote, ""));

        assertThat(quote.get("conditions")).isNotEmpty();
        quote.get("conditions")
                .forEach(condition -> assertThat(text)
                        .contains("须整改：" + condition.at("/remedy/zh").asString())
                        .contains(condition.get("dueOn").asString() + " 前"));
    }

    @Test
    void holdsNoPersonalData() throws IOException {
        JsonNode plan = plan("machine-tool-maker");
        String contact = plan.at("/policyholder/contact/name").asString();

        assertThat(contact).isNotEmpty();
        assertThat(text(word(quote("machine-tool-maker"), ""))).doesNotContain(contact);
    }

    @Test
    void refusesAnotherLanguageAndOthersQuotes() throws IOException {
        String path =
                "/api/v1/quotes/" + quote("machine-tool-maker").get("quoteId").asString() + "/document.docx";

        Answer french = insurer.get(path + "?lang=fr");
        assertThat(french.status()).isEqualTo(422);
        assertThat(french.json().at("/findings/0/code").asString()).isEqualTo("parameter-lang");
        assertThat(server.as("demo-insurer-2", "insurer").get(path).status()).isEqualTo(404);
        assertThat(server.as("demo-vendor-1", "vendor").get(path).status()).isEqualTo(403);
    }

    @Test
    void isAPageToPrintWithTheSameContents() throws IOException {
        JsonNode quote = quote("machine-tool-maker");
        PageReader reader = PageReader.signedIn(server, "demo-insurer-1", "insurer");
        String path = "/app/quotes/" + quote.get("quoteId").asString() + "/document";

        assertThat(reader.get(path).body())
                .contains(
                        "网络安全保险报价单",
                        "附录：费率测算依据",
                        money(quote.at("/premium/total").asString()))
                .contains(path + ".docx");
        assertThat(reader.get(path + "?lang=en").body()).contains("Appendix: rate basis");
        assertThat(reader.get(path + ".docx").header("Content-Type")).isEqualTo(WordWriter.MEDIA_TYPE);
        assertThat(PageReader.signedIn(server, "demo-insurer-2", "insurer")
                        .get(path)
                        .status())
                .isEqualTo(404);
    }

    private XWPFDocument word(JsonNode quote, String query) throws IOException {
        String path = "/api/v1/quotes/" + quote.get("quoteId").asString() + "/document.docx" + query;
        return new XWPFDocument(new ByteArrayInputStream(insurer.download(path)));
    }

    private static String text(XWPFDocument word) {
        return new XWPFWordExtractor(word).getText();
    }

    private JsonNode quote(String plan) throws IOException {
        return quoteOf(plan(plan));
    }

    private JsonNode quoteOf(JsonNode plan) {
        Answer answer = insurer.post("/api/v1/quotes", Map.of("plan", plan, "productId", "sample-a"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    private static JsonNode plan(String name) throws IOException {
        return JsonMapper.shared().readTree(Files.readString(PLANS.resolve(name + ".json")));
    }

    /** Yuan and fen with separators, for example {@code 56,563.99}. */
    private static String money(String amount) {
        return amount.replaceAll("(\\d)(?=(\\d{3})+\\.)", "$1,");
    }
}
