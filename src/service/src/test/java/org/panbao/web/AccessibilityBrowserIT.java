package org.panbao.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.panbao.intake.imports.CsvPlans;
import org.panbao.support.ApiClient;
import org.panbao.support.Browser;
import org.panbao.support.BrowserTest;
import org.panbao.support.PanbaoServer;
import org.panbao.support.Visit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Every page, also in its error states, wide and on a phone; and the way through with the keyboard alone. */
@BrowserTest
class AccessibilityBrowserIT {

    private static final String INSURER = "demo-insurer-1";
    private static final int LONGEST_WAY = 40;
    private static final String LONG = "W".repeat(100);

    /** One of each kind; the others are written by the same lines of the template. */
    private static final String UNFOLD = "document.querySelectorAll('tbody tr:first-child details')"
            + ".forEach(one => one.open = true); document.querySelector('.dimension').open = true";

    private static final String UNFOLD_PLAN =
            "document.querySelectorAll('.plan details').forEach(one => { one.open = true; })";

    private final PanbaoServer server = PanbaoServer.shared();

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void signingInIsAccessible(String language, Browser browser) {
        try (Visit visit = browser.visit(server, Browser.WIDE)) {
            for (String path : List.of("/login?lang=" + language, "/login?error", "/login?out", "/login?again")) {
                check(visit.open(path));
            }
            visit.assertQuiet();
        }
        String vendors = server.organisationOf("vendor");
        try (Visit vendor = browser.visit(server, Browser.WIDE).expecting(403)) {
            check(vendor.signIn(vendors, "vendor", language));
            check(vendor.open("/app/quotes"));
            vendor.assertQuiet();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void plansAreAccessible(String language, Browser browser) {
        try (Visit visit = browser.visit(server, Browser.WIDE).signIn(INSURER, "insurer", language)) {
            check(visit.open("/app/plans?name=nobody-is-called-so"));
            check(visit.open("/app/plans/new"));
            visit.page().locator("button[name=check]").first().click();
            visit.page().waitForSelector("#findings");
            check(visit);
            visit.open("/app/plans/new").page().locator("#f-need > summary").click();
            for (String list : List.of("scenarios", "objects", "covers")) {
                visit.page().locator("#f-need-" + list).evaluate("one => { one.open = true; }");
                visit.page().locator("button[name='add:/need/" + list + "']").click();
            }
            visit.page().evaluate(UNFOLD_PLAN);
            check(visit);
            new PlanDesk(visit).quoteNew("dental-clinic.json", "sample-d");
            check(visit);
            visit.page().goBack();
            check(visit);
            check(visit.open(visit.page().url() + "/quote"));
            visit.page().locator("form.stack button.primary").click();
            visit.page().waitForURL("**/app/quotes/*");
            check(visit.open("/app/plans"));
            check(visit.open("/app/quotes"));
            visit.assertQuiet();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void quotesAreAccessible(String language, Browser browser) {
        String referred;
        try (Visit visit = browser.visit(server, Browser.WIDE).signIn(INSURER, "insurer", language)) {
            referred = new PlanDesk(visit).quoteNew("hospital.json", "sample-a");
        }
        try (Visit senior = browser.visit(server, Browser.WIDE)
                .signIn(INSURER, "underwriter-senior", language)
                .expecting(404)) {
            check(senior.open("/app"));
            check(senior.open("/app/referrals"));
            check(senior.open("/app/quotes?state=REFERRED"));
            check(senior.open("/app/quotes?text=nobody-is-called-so"));
            check(senior.open("/app/quotes/zzz"));
            senior.open(referred).page().waitForSelector(".chart svg");
            senior.page().evaluate(UNFOLD);
            check(senior);
            check(senior.open(referred + "/document"));
            senior.assertQuiet();
        }
    }

    /** Names and reasons that nothing breaks: an address, a product number. */
    @Test
    void aNameWithoutASpaceIsBrokenBeforeThePageGetsWiderThanAPhone(Browser browser) throws IOException {
        ApiClient insurer = server.as(INSURER, "insurer");
        ObjectNode document = PageSamples.document("college.json").put("planName", LONG);
        ((ObjectNode) document.get("policyholder")).put("name", LONG);
        ((ObjectNode) document.at("/insureds/0")).put("name", LONG);
        String plan = PageSamples.plan(insurer, document);
        String one = PageSamples.quote(insurer, plan, Map.of()).get("quoteId").asString();
        String two = PageSamples.quote(insurer, plan, Map.of("term", "P6M"))
                .get("quoteId")
                .asString();
        try (Visit visit = browser.visit(server, Browser.PHONE).signIn(INSURER, "underwriter-senior", "zh-CN")) {
            visit.open("/app/quotes/" + one).page().fill("textarea[name=reason]", LONG);
            visit.page().click("button[value=REQUEST_INFORMATION]");
            visit.page().waitForSelector(".said");
            for (String path : List.of(
                    "/app",
                    "/app/plans",
                    "/app/plans/" + plan,
                    "/app/plans/" + plan + "/revisions",
                    "/app/plans/" + plan + "/grants",
                    "/app/plans/" + plan + "/quote",
                    "/app/quotes",
                    "/app/quotes/" + one,
                    "/app/quotes/" + one + "/document",
                    "/app/quotes/compare?quote=" + one,
                    "/app/quotes/compare?quote=" + one + "&quote=" + two,
                    "/app/referrals")) {
                visit.open(path).assertNotWiderThanTheWindow();
            }
            visit.assertQuiet();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void comparisonsAndGrantsAreAccessible(String language, Browser browser) {
        try (Visit visit = browser.visit(server, Browser.WIDE).signIn(INSURER, "insurer", language)) {
            PlanDesk desk = new PlanDesk(visit);
            String one = idOf(desk.quoteNew("machine-tool-maker.json", "sample-a"));
            visit.page().goBack();
            String plan = visit.page().url();
            String other = idOf(desk.quote("sample-a"));
            check(visit.open("/app/quotes/compare?quote=" + one));
            check(visit.open("/app/quotes/compare?quote=" + one + "&quote=" + other));
            check(visit.open(plan + "/revisions"));
            check(visit.open(plan + "/grants"));
            check(visit.open("/app/grants"));
            check(visit.open("/app/audit"));
            check(visit.open("/app/audit/verification"));
            visit.assertQuiet();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void organisationsAndClientsAreAccessible(String language, Browser browser) {
        String operator = server.organisationOf("admin");
        try (Visit visit = browser.visit(server, Browser.WIDE).signIn(operator, "admin", language)) {
            check(visit.open("/app"));
            for (String path : List.of(
                    "/app/organisations",
                    "/app/organisations/new",
                    "/app/users",
                    "/app/users/new",
                    "/app/password",
                    "/app/clients",
                    "/app/clients/new")) {
                check(visit.open(path));
            }
            visit.open("/app/organisations").page().locator("tbody a").first().click();
            check(visit);
            visit.assertQuiet();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void importsAndJobsAreAccessible(String language, Browser browser, @TempDir Path folder) throws IOException {
        try (Visit visit = browser.visit(server, Browser.WIDE)
                .signIn(INSURER, "insurer", language)
                .expecting(422)) {
            check(visit.open("/app/plans/import"));
            Path faulty = Files.writeString(folder.resolve("plans.csv"), "plan,colour\r\n");
            check(send(visit, faulty));
            check(send(visit, CsvPlans.zipOf(List.of(PageSamples.document("dental-clinic.json")), folder)));
            List<JsonNode> many = new ArrayList<>();
            for (int i = 0; i < 21; i++) { // one more than is imported within the request
                many.add(PageSamples.document("dental-clinic.json"));
            }
            visit.open("/app/plans/import");
            send(visit, CsvPlans.zipOf(many, folder)).page().waitForURL("**/app/jobs/*");
            visit.page().waitForSelector("#job:not([hx-trigger])");
            check(visit);
            check(visit.open("/app/jobs"));
            visit.assertQuiet();
        }
    }

    /** Checks a file without storing its plans. */
    private static Visit send(Visit visit, Path file) {
        Page page = visit.page();
        page.setInputFiles("#f-file", file);
        page.check("#f-dryRun");
        page.click("form.decide button");
        return visit;
    }

    private static String idOf(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }

    @Test
    void signingInAndFilteringNeedNoMouse(Browser browser) {
        try (Visit visit = browser.visit(server, Browser.WIDE)) {
            Page page = visit.open("/login?lang=en").page();
            page.keyboard().type(server.user(INSURER, "insurer").get("username").asString());
            page.keyboard().press("Tab");
            page.keyboard().type(server.user(INSURER, "insurer").get("password").asString());
            page.keyboard().press("Enter");
            page.waitForURL("**/app");
            page.navigate("/app/quotes");

            page.keyboard().press("Tab");
            assertThat(focus(page)).isEqualTo("A.skip");
            assertThat((boolean) page.evaluate("document.activeElement.getBoundingClientRect().left >= 0"))
                    .isTrue();
            page.keyboard().press("Enter");
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("main");
            tabTo(page, "select[name=decision]");
            page.keyboard().press("End");
            tabTo(page, "button.primary");
            page.keyboard().press("Enter");
            page.waitForURL("**decision=DECLINE**");
            visit.assertQuiet();
        }
    }

    @Test
    void theKeyboardReachesTheEndOfANewPlanAndLeavesIt(Browser browser) {
        try (Visit visit = browser.visit(server, Browser.WIDE).signIn(INSURER, "insurer", "en")) {
            Page page = visit.open("/app/plans/new").page();
            tabTo(page, "#f-need > summary");
            page.keyboard().press("Enter");
            assertThat((boolean) page.evaluate("document.querySelector('#f-need').open"))
                    .isTrue();
            tabTo(page, "form.plan > .actions:last-child button[name=check]");
            page.keyboard().press("Tab");
            assertThat((boolean) page.evaluate("document.activeElement.closest('form.plan') === null"))
                    .isTrue();
        }
    }

    /** Presses Tab until the element has the focus, which can be seen at every stop on the way. */
    private static void tabTo(Page page, String wanted) {
        for (int i = 0; i < LONGEST_WAY; i++) {
            page.keyboard().press("Tab");
            assertThat((String) page.evaluate("getComputedStyle(document.activeElement).outlineStyle"))
                    .as("outline of %s", focus(page))
                    .isEqualTo("solid");
            if ((boolean) page.evaluate("wanted => document.activeElement.matches(wanted)", wanted)) {
                return;
            }
        }
        throw new AssertionError("not reached with the keyboard: " + wanted);
    }

    private static String focus(Page page) {
        return (String) page.evaluate("document.activeElement.tagName + '.' + document.activeElement.className");
    }

    private static void check(Visit visit) {
        visit.resize(Browser.WIDE).assertAccessible().resize(Browser.PHONE).assertAccessible();
    }
}
