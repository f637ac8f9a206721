package org.panbao.support;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Chromium without a window. Every visit has cookies of its own. */
public final class Browser implements AutoCloseable {

    /** Width of a desktop, in CSS pixels. */
    public static final int WIDE = 1280;

    /** Width of a phone, in CSS pixels. */
    public static final int PHONE = 390;

    private static final int PATIENCE_MILLIS = 30_000;
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--hide-scrollbars");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser browser;

    private Browser(Playwright playwright, com.microsoft.playwright.Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static Browser start(Path chromium) {
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Browser(
                playwright,
                playwright
                        .chromium()
                        .launch(new LaunchOptions().setExecutablePath(chromium).setArgs(ARGUMENTS)));
    }

    /** Somebody who has opened nothing yet, in a window of this width. */
    public Visit visit(PanbaoServer server, int width) {
        BrowserContext context = browser.newContext(new NewContextOptions()
                .setBaseURL(server.base().toString())
                .setViewportSize(width, width == PHONE ? 844 : 800)
                .setTimezoneId("Asia/Shanghai")
                .setReducedMotion(ReducedMotion.REDUCE));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        return new Visit(context, server);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
