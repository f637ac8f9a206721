package org.panbao.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * One person at one browser window. Everything the browser complains of is kept until it is asked for: messages on the
 * console, errors of scripts, breaches of the content-security policy, requests that fail, are refused or leave this machine.
 */
public final class Visit implements AutoCloseable {

    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa");

    private final BrowserContext context;
    private final PanbaoServer server;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private final Set<Integer> expected = new HashSet<>();

    Visit(BrowserContext context, PanbaoServer server) {
        this.context = context;
        this.server = server;
        this.page = context.newPage();
        page.onConsoleMessage(this::onMessage);
        page.onPageError(error -> complaints.add("script: " + error));
        page.onRequest(this::onRequest);
        page.onRequestFailed(request -> complaints.add("failed: " + request.url() + " " + request.failure()));
        page.onResponse(this::onResponse);
    }

    public Page page() {
        return page;
    }

    public Visit open(String path) {
        page.navigate(path);
        return this;
    }

    /** Signs a demo user in at the form, in this language. */
    public Visit signIn(String organisation, String role, String language) {
        JsonNode user = server.user(organisation, role);
        open("/login?lang=" + language);
        page.fill("input[name=username]", user.get("username").asString());
        page.fill("input[name=password]", user.get("password").asString());
        page.click("main button.primary");
        page.waitForURL(address -> address.contains("/app"));
        return this;
    }

    /** An answer with this status is what the test wants to see. */
    public Visit expecting(int status) {
        expected.add(status);
        return this;
    }

    /** Nothing has been complained of so far. */
    public Visit assertQuiet() {
        assertThat(complaints)
                .as("complaints of the browser up to %s", page.url())
                .isEmpty();
        return this;
    }

    /** No violation of WCAG 2.1 A and AA that axe-core can see, and nothing wider than the window. */
    public Visit assertAccessible() {
        assertThat(page.evaluate("document.compatMode"))
                .as("whether %s begins with a document type", page.url())
                .isEqualTo("CSS1Compat");
        AxeRunOptions violationsInFull = new AxeRunOptions();
        violationsInFull.setResultTypes(List.of("violations"));
        AxeResults results = new AxeBuilder(page)
                .setLegacyMode(true)
                .options(violationsInFull)
                .withTags(WCAG)
                .analyze();
        assertThat(results.getPasses()).as("rules that axe-core could apply").isNotEmpty();
        assertThat(results.getViolations().stream().flatMap(Visit::lines))
                .as("violations at %s, %s wide", page.url(), page.viewportSize().width)
                .isEmpty();
        return assertNotWiderThanTheWindow();
    }

    /** Tables scroll inside their boxes; the page itself never scrolls sideways. */
    public Visit assertNotWiderThanTheWindow() {
        int excess = (int) page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
        assertThat(excess)
                .as("pixels that %s is wider than the window", page.url())
                .isLessThanOrEqualTo(0);
        return this;
    }

    /** The same page in a window of another width. */
    public Visit resize(int width) {
        page.setViewportSize(width, page.viewportSize().height);
        return this;
    }

    private static Stream<String> lines(Rule rule) {
        return rule.getNodes().stream()
                .map(node -> rule.getId() + ": " + rule.getHelp() + " " + node.getTarget() + " " + node.getHtml());
    }

    private void onMessage(ConsoleMessage message) {
        boolean loud = message.type().equals("error") || message.type().equals("warning");
        boolean wanted = expected.stream().anyMatch(status -> message.text().contains("status of " + status));
        if (loud && !wanted) {
            complaints.add("console " + message.type() + ": " + message.text());
        }
    }

    private void onRequest(Request request) {
        URI address = URI.create(request.url());
        if (!address.getScheme().equals("data") && !"127.0.0.1".equals(address.getHost())) {
            complaints.add("leaves this machine: " + request.url());
        }
    }

    private void onResponse(Response response) {
        if (response.status() >= 400 && !expected.contains(response.status())) {
            complaints.add(response.status() + " " + response.url());
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
