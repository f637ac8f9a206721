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

/** Lists and coded fields of a plan as somebody fills them in by hand, in both languages. */
@BrowserTest
class PlanEditorBrowserIT {

    private final PanbaoServer server = PanbaoServer.shared();

    @ParameterizedTest
    @CsvSource({"zh-CN,勒索软件,主要风险场景,English", "en,Ransomware,Risk scenarios,中文"})
    void anItemIsAddedChosenAndRemoved(
            String language, String ransomware, String scenarios, String other, Browser browser) {
        try (Visit visit = browser.visit(server, Browser.WIDE).signIn("demo-insurer-1", "insurer", language)) {
            new PlanDesk(visit).fillNew("dental-clinic.json", Map.of()).save();
            Page page = visit.page();
            page.waitForURL(url -> url.matches(".*/app/plans/[0-9a-f-]{36}"));
            page.locator("#f-need > summary").click();
            page.locator("#f-need-scenarios > summary").click();
            page.locator("#f-security > summary").click();
            int before = page.locator("#f-need-scenarios select").count();

            page.locator("button[name='add:/need/scenarios']").click();
            Locator added = page.locator("#here select");
            assertThat(page.locator("#here")).isFocused();
            assertThat(page.locator("#f-security")).hasAttribute("open", "");
            added.selectOption("RANSOMWARE");
            assertThat(added.locator("option:checked")).containsText(ransomware);
            assertThat(page.locator("button[name=ask]")).isDisabled();

            page.locator(".who button[name=lang]").click();
            assertThat(page.locator(".who button[name=lang]")).not().hasText(other);
            assertThat(page.locator("#f-need-scenarios select")).hasCount(before + 1);
            page.locator(".who button[name=lang]").click();

            page.locator("#f-need-scenarios button[name^='remove:']").last().click();
            assertThat(page.locator("#here")).isFocused();
            assertThat(page.locator("#here")).containsText(scenarios);
            assertThat(page.locator("#f-need-scenarios select")).hasCount(before);
            visit.assertQuiet();
        }
    }

    @ParameterizedTest
    @CsvSource({"zh-CN", "en"})
    void aSecondAnswerIsGivenForOneInsured(String language, Browser browser) {
        try (Visit visit = browser.visit(server, Browser.WIDE).signIn("demo-insurer-1", "insurer", language)) {
            new PlanDesk(visit).fillNew("industrial-park.json", Map.of()).save();
            Page page = visit.page();
            page.waitForURL(url -> url.matches(".*/app/plans/[0-9a-f-]{36}"));
            page.locator("#f-security > summary").click();
            page.locator("#f-security-answers > summary").click();
            page.locator("button[name='add:/security/answers']").click();
            Locator item = page.locator("#here");
            assertThat(item.locator("select[name$='/questionId']")).isVisible();
            item.locator("select[name$='/questionId']").selectOption("Q-G1");
            Locator insured = item.locator("select[name$='/insuredId']");
            String id = insured.locator("option").last().getAttribute("value");
            insured.selectOption(id);
            item.locator("select[name$='/state']").selectOption("NO");
            page.locator("form.plan button[value='1'][name=save]").first().click();
            page.waitForURL(url -> url.matches(".*/app/plans/[0-9a-f-]{36}"));
            assertThat(page.locator("#f-security-answers summary")
                            .allTextContents()
                            .toString())
                    .contains(id);
            visit.assertQuiet();
        }
    }
}
