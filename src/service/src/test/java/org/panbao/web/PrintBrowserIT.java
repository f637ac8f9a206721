package org.panbao.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Page.PdfOptions;
import com.microsoft.playwright.options.Media;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.panbao.support.Browser;
import org.panbao.support.BrowserTest;
import org.panbao.support.PanbaoServer;
import org.panbao.support.Visit;

/** A quote on paper. */
@BrowserTest
class PrintBrowserIT {

    private static final List<String> SECTIONS =
            List.of("Reasons", "History", "Score by dimension", "Premium", "Advice on cover", "Rate basis");

    /** 186 mm, what the margins leave of A4, at 96 pixels to the inch. */
    private static final int A4_PIXELS = 703;

    private final PanbaoServer server = PanbaoServer.shared();

    @Test
    void aQuoteIsPrintedOnA4WithAllItsSections(Browser browser) {
        try (Visit visit = browser.visit(server, Browser.WIDE).signIn("demo-insurer-1", "insurer", "en")) {
            new PlanDesk(visit).quoteNew("college.json", "sample-a");
            visit.page().waitForSelector(".chart svg");

            String pdf = new String(
                    visit.page()
                            .pdf(new PdfOptions()
                                    .setPreferCSSPageSize(true)
                                    .setTagged(true)
                                    .setOutline(true)),
                    StandardCharsets.ISO_8859_1);

            // 210 mm × 297 mm in points
            assertThat(pdf).containsPattern("/MediaBox ?\\[0 0 59[45][.0-9]* 84[12][.0-9]*]");
            assertThat(SECTIONS).allSatisfy(title -> assertThat(pdf).contains("/Title (" + title + ")"));
            visit.assertQuiet();
        }
    }

    /** A plan has questions by the hundred: those that nobody answered, and what is folded up, are left out. */
    @Test
    void aPlanOnPaperIsWhatItSays(Browser browser) {
        try (Visit visit = browser.visit(server, Browser.WIDE).signIn("demo-insurer-1", "insurer", "zh-CN")) {
            new PlanDesk(visit)
                    .fillNew("college.json", Map.of("/need/perEventLimitCny", ""))
                    .save();
            Page page = visit.page();
            page.waitForURL(url -> url.matches(".*/app/plans/[0-9a-f-]{36}"));
            page.evaluate("document.querySelector('#f-need').open = true");
            page.emulateMedia(new EmulateMediaOptions().setMedia(Media.PRINT));

            assertThat(page.locator("#f-need-term")).isVisible();
            assertThat(page.locator("#f-need-perEventLimitCny")).isHidden();
            assertThat(page.locator("#f-security")).isHidden();
        }
    }

    @Test
    void paperShowsTheWaterfallAndWhatIsFoldedUpButNoNavigation(Browser browser) {
        try (Visit visit = browser.visit(server, Browser.WIDE).signIn("demo-insurer-1", "insurer", "zh-CN")) {
            new PlanDesk(visit).quoteNew("college.json", "sample-a");
            Page page = visit.page();
            page.waitForSelector(".chart svg");
            page.emulateMedia(new EmulateMediaOptions().setMedia(Media.PRINT));
            visit.resize(A4_PIXELS);

            for (String hidden : List.of(".top", ".sections", "footer", "[data-print]")) {
                assertThat(page.locator(hidden)).isHidden();
            }
            assertThat(page.locator(".chart svg")).isVisible();
            assertThat(page.locator(".chart svg").boundingBox().width).isBetween(A4_PIXELS * 0.5, (double) A4_PIXELS);
            assertThat(page.locator(".waterfall-data tfoot")).isVisible();
            assertThat(page.locator(".dimension table").first()).isVisible();
            assertThat(page.locator(".steps tbody tr").last()).isVisible();
            assertThat(page.locator(".on-paper li").first()).isVisible();
            assertThat(page.locator(".on-screen").first()).isHidden();
            assertThat((String)
                            page.locator("meter").first().evaluate("meter => getComputedStyle(meter).printColorAdjust"))
                    .isEqualTo("exact");
            assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(A4_PIXELS);
        }
    }
}
