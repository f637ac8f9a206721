package org.panbao.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.panbao.support.Answer;
import org.panbao.support.PageReader;
import org.panbao.support.PanbaoServer;
import org.panbao.support.SampleForm;

/** The way of an underwriter through the pages: a plan with faults, its quote, the referral; in both languages. */
class PagesIT {

    private final PanbaoServer server = PanbaoServer.shared();

    @Test
    void nobodySeesAPageWithoutSigningIn() {
        Answer answer = PageReader.anonymous(server).get("/app/quotes");

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).endsWith("/login");
    }

    @Test
    void pagesLoadNothingFromElsewhereAndHoldNoScript() {
        Answer answer = PageReader.anonymous(server).get("/login");

        assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.body()).doesNotContain("http://", "https://", "<style", " style=", " onclick=");
    }

    @Test
    void aPlanWithFaultsIsShownWithThemAndStoredOnceTheyAreMended() {
        PageReader underwriter = PageReader.signedIn(server, "demo-insurer-1", "insurer");
        Map<String, String> typed = SampleForm.of("college.json");
        String rightCode = typed.get("/policyholder/creditCode");
        String wrongCode = rightCode.substring(0, 17) + (rightCode.endsWith("0") ? "1" : "0");
        typed.put("/policyholder/creditCode", wrongCode);
        typed.put("/insureds/0/annualRevenueCny", "a lot");
        typed.remove("/planName");
        typed.put("save", "1");

        Answer refused = underwriter.post("/app/plans/new", typed);

        assertThat(refused.status()).isEqualTo(200);
        assertThat(refused.body())
                .contains("id=\"f-policyholder-creditCode\"", "value=\"" + wrongCode + "\"", "value=\"a lot\"")
                .contains("href=\"#f-planName\"", "href=\"#f-insureds-0-annualRevenueCny\"");

        typed.put("/policyholder/creditCode", rightCode);
        typed.put("/insureds/0/annualRevenueCny", "120000000.00");
        typed.put("/planName", "a plan from the page");
        Answer stored = underwriter.post("/app/plans/new", typed);

        assertThat(stored.status()).as(stored.body()).isEqualTo(302);
        Answer shown = underwriter.get(stored.header("Location"));
        assertThat(shown.body()).contains("value=\"a plan from the page\"");

        typed.put("revision", "1");
        String plan = path(stored.header("Location"));
        assertThat(underwriter.post(plan, typed).status()).isEqualTo(302);
        assertThat(underwriter.get(plan).body()).as("nothing was changed").contains("name=\"revision\" value=\"1\"");
    }

    /** The park of the sample book has five insureds; 390,000 is the own limit of the last, which leaves in June. */
    @Test
    void aScheduleIsShownInsuredByInsuredInBothLanguages() {
        PageReader underwriter = PageReader.signedIn(server, "demo-insurer-1", "insurer");
        Map<String, String> typed = SampleForm.of("industrial-park.json");
        typed.put("save", "1");
        String plan = underwriter.post("/app/plans/new", typed).header("Location");
        underwriter.get(plan);

        Answer quoted = underwriter.post(path(plan) + "/quotes", Map.of("productId", "sample-a"));
        assertThat(quoted.status()).as(quoted.body()).isEqualTo(302);
        String quote = path(quoted.header("Location"));

        assertThat(underwriter.get(quote + "?lang=zh-CN").body())
                .contains("被保险人名单", "园区入驻企业", "390,000.00", "2027-01-01 – 2027-06-29, ", "6 个月", "premium@DR#I5");
        assertThat(underwriter.get(quote + "?lang=en").body())
                .contains("Insured schedule", "Tenant of the park", "6 months");
    }

    @Test
    void aReferredQuoteIsDecidedByASeniorUnderwriterInEnglish() {
        PageReader underwriter = PageReader.signedIn(server, "demo-insurer-1", "insurer");
        Map<String, String> typed = SampleForm.of("college.json");
        typed.put("save", "1");
        String plan = underwriter.post("/app/plans/new", typed).header("Location");
        underwriter.get(plan);

        Answer quoted = underwriter.post(path(plan) + "/quotes", Map.of("productId", "sample-a"));
        assertThat(quoted.status()).as(quoted.body()).isEqualTo(302);
        Answer seen = underwriter.get(quoted.header("Location"));
        assertThat(seen.body()).contains("转核保", "费率依据").doesNotContain("name=\"reason\"");

        PageReader senior = PageReader.signedIn(server, "demo-insurer-1", "underwriter-senior");
        senior.get("/app/quotes?lang=en");
        String quote = path(quoted.header("Location"));
        assertThat(senior.get("/app/quotes?state=REFERRED").body()).contains(quote);
        assertThat(senior.get(quote).body()).contains("Rate basis", "Approve", "name=\"reason\"");
        Answer blank = senior.post(quote + "/referral", Map.of("seen", "1", "action", "APPROVE", "reason", " "));
        assertThat(blank.status()).isEqualTo(422);
        assertThat(senior.post(
                                quote + "/referral",
                                Map.of("seen", "1", "action", "APPROVE", "reason", "\u3000\u00a0\u200b"))
                        .status())
                .isEqualTo(422);
        Answer stale = senior.post(
                quote + "/referral", Map.of("seen", "7", "action", "DECLINE", "reason", "typed for a long time"));
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.body())
                .contains("The decision was not taken", "typed for a long time", "href=\"" + quote + "\"")
                .contains("name=\"seen\" value=\"1\"");
        Answer decided = senior.post(
                quote + "/referral",
                Map.of("seen", "1", "action", "APPROVE", "reason", "answers given by phone <b>today</b>"));
        assertThat(decided.status()).as(decided.body()).isEqualTo(302);
        assertThat(senior.get(quote).body())
                .contains("Approved", "answers given by phone &lt;b&gt;today&lt;/b&gt;")
                .doesNotContain("<b>today</b>");
        Answer again =
                senior.post(quote + "/referral", Map.of("seen", "2", "action", "APPROVE", "reason", "once more"));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body())
                .contains("The quote is now “Approved”, which does not allow “Approve”.", "once more")
                .doesNotContain("APPROVED");
    }

    @Test
    void anEmptyListStaysOneAndCanBeStated() {
        PageReader underwriter = PageReader.signedIn(server, "demo-insurer-1", "insurer");
        Map<String, String> typed = SampleForm.of("machine-tool-maker.json");
        typed.put("save", "1");
        Answer silent = underwriter.post("/app/plans/new", typed);
        assertThat(underwriter.get(silent.header("Location")).body()).contains("name=\"none:/security/incidents\"");

        typed.put("stated:/security/incidents", "1");
        Answer stated = underwriter.post("/app/plans/new", typed);
        String plan = path(stated.header("Location"));
        assertThat(underwriter.get(plan).body())
                .contains("name=\"stated:/security/incidents\"")
                .doesNotContain("name=\"none:/security/incidents\"");

        String quote = path(underwriter
                .post(plan + "/quotes", Map.of("productId", "sample-a"))
                .header("Location"));
        assertThat(underwriter.get(quote).body()).contains("class=\"tag ACCEPT\"");
    }

    @Test
    void anAddressThatNamesNothingIsAPageToo() {
        PageReader underwriter = PageReader.signedIn(server, "demo-insurer-1", "insurer");

        for (String path : new String[] {"/app/quotes/zzz", "/app/quotes?state=NOPE", "/app/plans/zzz"}) {
            Answer answer = underwriter.get(path);
            assertThat(answer.status()).as(path).isEqualTo(404);
            assertThat(answer.body()).as(path).contains("<h1>", "href=\"/app\"", "href=\"/app/plans\"");
        }
    }

    @Test
    void anotherInsurerFindsNoQuoteOfOurs() {
        PageReader underwriter = PageReader.signedIn(server, "demo-insurer-1", "insurer");
        Map<String, String> typed = SampleForm.of("machine-tool-maker.json");
        typed.put("save", "1");
        String plan = path(underwriter.post("/app/plans/new", typed).header("Location"));
        underwriter.get(plan);
        String quote = path(underwriter
                .post(plan + "/quotes", Map.of("productId", "sample-a"))
                .header("Location"));

        PageReader other = PageReader.signedIn(server, "demo-insurer-2", "insurer");

        assertThat(other.get(quote).status()).isEqualTo(404);
        assertThat(other.get(plan).status()).isEqualTo(404);
        assertThat(other.get("/app/quotes").body()).doesNotContain(quote);
    }

    @Test
    void aFormWithoutItsTokenIsRefused() {
        PageReader underwriter = PageReader.signedIn(server, "demo-insurer-1", "insurer");

        Answer answer = underwriter.post("/app/plans/new", Map.of("_csrf", "of another site"));

        assertThat(answer.status()).isEqualTo(403);
    }

    private static String path(String location) {
        return location.replaceFirst("^https?://[^/]+", "");
    }
}
