package org.panbao.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.panbao.support.Answer;
import org.panbao.support.ApiClient;
import org.panbao.support.Browser;
import org.panbao.support.BrowserTest;
import org.panbao.support.PanbaoServer;
import org.panbao.support.Visit;

/** Makes the pictures of the documentation from the sample data: {@code -Dpanbao.screenshots=docs/images}. */
@BrowserTest
@EnabledIfSystemProperty(
        named = "panbao.screenshots",
        matches = ".+",
        disabledReason = "pictures are made with -Dpanbao.screenshots=docs/images")
class ScreenshotsBrowserIT {

    /** Nobody else's browser test works for it, so its lists hold these plans alone. */
    private static final String INSURER = "demo-insurer-2";

    private static final String RATING_DATE = "2026-12-01";
    private static final int LARGEST_BYTES = 200_000;
    private static final int HEIGHT = 640;
    private static final List<String> SAMPLES = List.of(
            "machine-tool-maker", "online-shop", "water-utility", "college", "food-maker", "hospital", "logistics");

    private final Path top = Path.of(System.getProperty("panbao.top"));
    private final PanbaoServer server = PanbaoServer.shared();

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void picturesOfEveryPage(String language, Browser browser) {
        String quote = quoteTheSamples();
        try (Visit visit = browser.visit(server, Browser.WIDE)) {
            visit.page().setViewportSize(Browser.WIDE, HEIGHT);
            shoot(visit.open("/login?lang=" + language), "sign-in", language);
            visit.signIn(INSURER, "underwriter-senior", language);
            shoot(visit.open("/app/quotes"), "quotes", language);
            shoot(visit.open("/app/referrals"), "referrals", language);
            shoot(visit.open("/app/plans"), "plans", language);
            new PlanDesk(visit)
                    .fillNew("machine-tool-maker.json", Map.of("/policyholder/creditCode", "91130600EXAMPL012F"))
                    .save();
            shoot(visit, "plan-findings", language);
            shootQuote(visit.open(quote), language);
            shoot(visit.open(quote + "/document"), "document", language);
            String ids = server.as(INSURER, "insurer")
                    .get("/api/v1/quotes")
                    .json()
                    .get("items")
                    .valueStream()
                    .limit(2)
                    .map(item -> "quote=" + item.get("quoteId").asString())
                    .collect(Collectors.joining("&"));
            shoot(visit.open("/app/quotes/compare?" + ids), "compare", language);
            shootAroundAPlan(visit, language);
            shoot(visit.open("/app/plans/import"), "import", language);
            shoot(visit.open("/app/grants"), "grants", language);
            visit.assertQuiet();
        }
        try (Visit operator =
                browser.visit(server, Browser.WIDE).signIn(server.organisationOf("admin"), "admin", language)) {
            operator.page().setViewportSize(Browser.WIDE, HEIGHT);
            shoot(operator.open("/app/organisations"), "organisations", language);
            shoot(operator.open("/app/clients"), "clients", language);
        }
        try (Visit phone = browser.visit(server, Browser.PHONE).signIn(INSURER, "insurer", language)) {
            shoot(phone.open(quote), "quote-phone", language);
        }
    }

    private void shootAroundAPlan(Visit visit, String language) {
        visit.open("/app/plans").page().locator("tbody a").first().click();
        String plan = visit.page().url();
        shoot(visit.open(plan + "/quote"), "quote-terms", language);
        shoot(visit.open(plan + "/revisions"), "revisions", language);
        shoot(visit.open("/app/audit"), "audit", language);
    }

    private void shootQuote(Visit visit, String language) {
        Page page = visit.page();
        page.waitForSelector(".chart svg");
        shoot(visit, "quote", language);
        page.evaluate("document.querySelectorAll('.dimension')[2].open = true");
        for (String part : List.of("score", "premium", "coverage", "basis", "steps")) {
            page.evaluate("id => document.getElementById(id).scrollIntoView()", part + "-title");
            shoot(visit, "quote-" + part, language);
        }
    }

    private void shoot(Visit visit, String name, String language) {
        Path file = top.resolve(System.getProperty("panbao.screenshots"))
                .resolve(name + "." + (language.equals("en") ? "en" : "zh") + ".png");
        visit.page().screenshot(new ScreenshotOptions().setPath(file).setAnimations(ScreenshotAnimations.DISABLED));
        assertThat(file.toFile().length()).as("bytes of %s", file).isLessThanOrEqualTo(LARGEST_BYTES);
    }

    /** Once for both languages; answers the page of the one that is shown, the hospital's. */
    private String quoteTheSamples() {
        ApiClient insurer = server.as(INSURER, "insurer");
        String id = insurer.get("/api/v1/quotes").json().at("/items/1/quoteId").asString("");
        if (id.isEmpty()) {
            SAMPLES.forEach(sample -> quote(insurer, sample));
            id = insurer.get("/api/v1/quotes").json().at("/items/1/quoteId").asString("");
        }
        return "/app/quotes/" + id;
    }

    private void quote(ApiClient insurer, String sample) {
        try {
            String plan = Files.readString(top.resolve("sample-data/plans/" + sample + ".json"));
            Answer stored = insurer.post("/api/v1/plans", plan);
            Answer quoted = insurer.post(
                    "/api/v1/quotes",
                    Map.of(
                            "planId",
                            stored.json().get("planId").asString(),
                            "productId",
                            "sample-a",
                            "ratingDate",
                            RATING_DATE));
            assertThat(quoted.status()).as(quoted.body()).isEqualTo(201);
        } catch (IOException e) {
            throw new IllegalStateException(sample, e);
        }
    }
}
