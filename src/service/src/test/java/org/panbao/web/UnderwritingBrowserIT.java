package org.panbao.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.panbao.support.Browser;
import org.panbao.support.BrowserTest;
import org.panbao.support.PanbaoServer;
import org.panbao.support.Visit;

/** From a plan with faults to a decided referral, as underwriters do it in a browser, in both languages. */
@BrowserTest
class UnderwritingBrowserIT {

    private static final String INSURER = "demo-insurer-1";

    /** The sample's code ends in E; its founding lies in the past; no class 9999 in GB/T 4754. */
    private static final Map<String, String> FAULTS = Map.of(
            "/policyholder/creditCode", "91130600EXAMPL012F",
            "/policyholder/founded", "2099-01-01",
            "/insureds/0/industry", "9999");

    private final PanbaoServer server = PanbaoServer.shared();

    @ParameterizedTest
    @CsvSource({"zh-CN,承保,转核保,已批准,待核保", "en,Accept,Refer,Approved,Referrals"})
    void aPlanIsMendedAndQuotedAndAReferralDecided(
            String language, String accept, String refer, String approved, String queue, Browser browser) {
        String reason = "经电话核实 <b>" + language + "</b>";
        try (Visit underwriter = browser.visit(server, Browser.WIDE).signIn(INSURER, "insurer", language)) {
            PlanDesk desk = new PlanDesk(underwriter);
            desk.fillNew("machine-tool-maker.json", FAULTS).save();
            mendTheFaults(underwriter.page());
            desk.save().quote("sample-a");
            assertThat(underwriter.page().locator("h1 .tag")).hasText(accept);

            String referred = desk.quoteNew("college.json", "sample-a");
            assertThat(underwriter.page().locator("h1 .tag")).hasText(refer);
            assertThat(underwriter.page().locator("textarea[name=reason]")).hasCount(0);

            decide(browser, language, queue, referred, reason);
            underwriter.open(referred);
            assertThat(underwriter.page().locator(".facts")).containsText(approved);
            assertThat(underwriter.page().locator(".said")).hasText(reason);
            underwriter.assertQuiet();
        }
    }

    private static void mendTheFaults(Page page) {
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("findings");
        // and a fourth: the insured is the policyholder, so their codes have to be the same
        assertThat(page.locator("#findings li.ERROR")).hasCount(FAULTS.size() + 1);
        FAULTS.keySet().forEach(pointer -> findAtItsField(page, pointer));
        page.fill(input("/policyholder/creditCode"), "91130600EXAMPL012E");
        page.fill(input("/policyholder/founded"), "2006-05-18");
        page.fill(input("/insureds/0/industry"), "3421");
    }

    /** The summary leads to the field, and the field is described by what the summary says. */
    private static void findAtItsField(Page page, String pointer) {
        String id = "f" + pointer.replace('/', '-');
        Locator link = page.locator("#findings a[href='#" + id + "']");
        String message = link.textContent();
        link.click();
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo(id);
        Locator field = page.locator(input(pointer));
        assertThat(field).hasAttribute("aria-invalid", "true");
        assertThat(page.locator("#" + field.getAttribute("aria-describedby"))).containsText(message);
    }

    private void decide(Browser browser, String language, String queue, String quote, String reason) {
        try (Visit senior = browser.visit(server, Browser.WIDE).signIn(INSURER, "underwriter-senior", language)) {
            Page page = senior.page();
            page.locator(".top nav a").getByText(queue).click();
            Locator waiting = page.locator("article h2 a[href='" + quote.replaceFirst("^https?://[^/]+", "") + "']");
            while (waiting.count() == 0) {
                page.locator("a[rel=next]").click();
            }
            waiting.click();
            page.fill("textarea[name=reason]", reason);
            page.click("button[value=APPROVE]");
            assertThat(page.locator(".said")).hasText(reason);
            assertThat(page.locator("textarea[name=reason]")).hasCount(0);
            senior.assertQuiet();
        }
    }

    private static String input(String pointer) {
        return "[name='" + pointer + "']";
    }
}
