package org.panbao.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.panbao.support.Answer;
import org.panbao.support.ApiClient;
import org.panbao.support.PageReader;
import org.panbao.support.PanbaoServer;

/** The queue of a senior underwriter. */
class ReferralPagesIT {

    private static final String QUEUE = "/app/referrals";

    private final PanbaoServer server = PanbaoServer.shared();
    private final ApiClient insurer = server.as("demo-insurer-1", "insurer");
    private final PageReader senior = PageReader.signedIn(server, "demo-insurer-1", "underwriter-senior");

    @Test
    void whatWaitsLongerStandsFirstWithItsReasons() throws IOException {
        String older = referred("older case");
        String newer = referred("newer case");

        String queue = PageSamples.everyPage(senior, QUEUE);

        assertThat(queue).containsSubsequence("case-" + older, "case-" + newer);
        String shown = caseOf(queue, newer);
        assertThat(shown).contains("请求人", "demo-insurer-1.insurer", "不足 1 小时", "name=\"seen\" value=\"1\"");
        assertThat(shown).contains("<li><span>");
    }

    @Test
    void aCaseDecidedFromTheQueueLeavesItAndIsAmongTheDecided() throws IOException {
        String quote = referred("decided case");
        senior.get(QUEUE);
        String decide = "/app/quotes/" + quote + "/referral";

        Answer asked = senior.post(
                decide,
                Map.of("seen", "1", "queue", "true", "action", "REQUEST_INFORMATION", "reason", "which backups?"));
        assertThat(asked.header("Location")).endsWith(QUEUE);
        assertThat(caseOf(PageSamples.everyPage(senior, QUEUE), quote))
                .contains("待补充资料", "which backups?", "name=\"seen\" value=\"2\"");

        Answer stale = senior.post(
                decide, Map.of("seen", "1", "queue", "true", "action", "DECLINE", "reason", "looked at the old one"));
        assertThat(stale.status()).isEqualTo(412);
        Answer declined = senior.post(
                decide, Map.of("seen", "2", "queue", "true", "action", "DECLINE", "reason", "no <i>backups</i>"));
        assertThat(declined.header("Location")).endsWith(QUEUE);

        String first = senior.get(QUEUE).body();
        assertThat(PageSamples.everyPage(senior, QUEUE)).doesNotContain("case-" + quote);
        String decided = first.substring(first.indexOf("最近的核保决定"));
        assertThat(decided).contains("/app/quotes/" + quote, "no &lt;i&gt;backups&lt;/i&gt;", "已拒绝");
    }

    @Test
    void theQueueIsOfOneInsurerAndOfItsSeniorsOnly() throws IOException {
        String quote = referred("our case");

        PageReader other = PageReader.signedIn(server, "demo-insurer-2", "underwriter-senior");
        assertThat(PageSamples.everyPage(other, QUEUE)).doesNotContain(quote);
        PageReader underwriter = PageReader.signedIn(server, "demo-insurer-1", "insurer");
        assertThat(underwriter.get(QUEUE).status()).isEqualTo(403);
        senior.get(QUEUE);
        Answer foreign = senior.post(
                "/app/quotes/" + quote + "/referral",
                Map.of("_csrf", "of another site", "seen", "1", "action", "APPROVE", "reason", "x"));
        assertThat(foreign.status()).isEqualTo(403);
    }

    @Test
    void whatTheHeadOfficeDecidesIsNotOfferedForApproval() throws IOException {
        Map<String, Object> more = Map.of(
                "covers", Map.of("DR", Map.of("limit", "200000000", "deductiblePercent", "10")),
                "parameters", Map.of("aggregateLimit", "200000000", "perEventLimit", "200000000"));
        String quote = PageSamples.quote(insurer, PageSamples.plan(insurer, "college.json", "large case"), more)
                .get("quoteId")
                .asString();

        String shown = senior.get("/app/quotes/" + quote).body();
        assertThat(shown)
                .contains("本单须由", "value=\"REQUEST_INFORMATION\"", "value=\"DECLINE\"")
                .doesNotContain("value=\"APPROVE\"");
        assertThat(caseOf(PageSamples.everyPage(senior, QUEUE), quote)).doesNotContain("value=\"APPROVE\"");
        Answer refused = senior.post(
                "/app/quotes/" + quote + "/referral",
                Map.of("seen", "1", "action", "APPROVE", "reason", "a valued customer"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("a valued customer", "本单须由").doesNotContain("HEAD_OFFICE");
    }

    private String referred(String name) throws IOException {
        var quote = PageSamples.quote(insurer, PageSamples.plan(insurer, "college.json", name), Map.of());
        assertThat(quote.get("decision").asString()).isEqualTo("REFER");
        return quote.get("quoteId").asString();
    }

    private static String caseOf(String queue, String quoteId) {
        Matcher found = Pattern.compile("<article[^>]*id=\"case-" + quoteId + "\".*?</article>", Pattern.DOTALL)
                .matcher(queue);
        assertThat(found.find()).as("a case %s", quoteId).isTrue();
        return found.group();
    }
}
