package org.panbao.web;

import com.microsoft.playwright.Page;
import java.util.LinkedHashMap;
import java.util.Map;
import org.panbao.support.SampleForm;
import org.panbao.support.Visit;

/** What an underwriter does with plans in a browser, once signed in. */
final class PlanDesk {

    private static final String FILL = "typed => { const form = document.querySelector('form.plan');"
            + "for (const [name, value] of Object.entries(typed)) {"
            + " let input = form.elements.namedItem(name);"
            + " if (!input) { input = document.createElement('input'); input.type = 'hidden';"
            + "  input.name = name; form.append(input); }"
            + " input.value = value; } }";

    private final Page page;

    PlanDesk(Visit visit) {
        this.page = visit.page();
    }

    /** A new plan with everything of a sample in it, not yet sent; {@code other} is typed in place of the sample's. */
    PlanDesk fillNew(String sample, Map<String, String> other) {
        Map<String, String> typed = new LinkedHashMap<>(SampleForm.of(sample));
        typed.put("stated:/security/incidents", "1");
        typed.putAll(other);
        page.navigate("/app/plans/new");
        page.evaluate(FILL, typed);
        return this;
    }

    PlanDesk save() {
        page.locator("form.plan button[name=save]").first().click();
        return this;
    }

    /** Saves a sample as a new plan and asks for a quote; answers the address of the quote. */
    String quoteNew(String sample, String product) {
        fillNew(sample, Map.of()).save();
        return quote(product);
    }

    /** Asks for a quote of the plan that is shown; answers the address of the quote. */
    String quote(String product) {
        page.waitForURL(url -> url.matches(".*/app/plans/[0-9a-f-]{36}"));
        page.selectOption("select[name=productId]", product);
        page.locator("button[name=ask]").click();
        page.waitForURL("**/app/quotes/*");
        return page.url();
    }
}
