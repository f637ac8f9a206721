package org.panbao.web;

import static java.util.Objects.requireNonNull;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.panbao.base.Finding;
import org.panbao.base.Messages;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;
import org.panbao.base.Severity;
import org.panbao.intake.Plans;
import org.panbao.intake.StoredPlan;
import org.panbao.ratebasis.RateBases;
import org.panbao.releases.Releases;
import org.panbao.underwriting.ListedQuote;
import org.panbao.underwriting.QuoteFilter;
import org.panbao.underwriting.Quotes;
import org.panbao.underwriting.StoredQuote;
import org.panbao.underwriting.answer.QuoteBody;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/** Two quotes side by side; with one chosen, the other quotes of its plan to choose from. */
@Hidden
@Controller
final class ComparePages {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final Quotes quotes;
    private final RateBases rateBases;
    private final Plans plans;
    private final Releases releases;
    private final Messages messages = Messages.of(ComparePages.class, "web");

    ComparePages(Quotes quotes, RateBases rateBases, Plans plans, Releases releases) {
        this.quotes = quotes;
        this.rateBases = rateBases;
        this.plans = plans;
        this.releases = releases;
    }

    @GetMapping("/app/quotes/compare")
    String compare(@RequestParam(name = "quote", defaultValue = "") List<UUID> chosen, Model model) {
        List<UUID> wanted = chosen.stream().distinct().toList();
        if (wanted.size() == 1) {
            return choose(quotes.load(wanted.get(0)), model);
        }
        if (wanted.size() != 2) {
            throw notTwo();
        }
        model.addAttribute("comparison", Comparison.of(load(wanted.get(0)), load(wanted.get(1))));
        return "compare";
    }

    private String choose(StoredQuote quote, Model model) {
        QuoteFilter samePlan = new QuoteFilter(quote.planId(), null, null, null, null);
        List<ListedQuote> others = quotes.list(samePlan, Quotes.page(null, null)).items().stream()
                .filter(listed -> !listed.quote().id().equals(quote.id()))
                .toList();
        model.addAttribute("quote", quote);
        model.addAttribute("others", others);
        model.addAttribute("quotes", quotes);
        return "compare-choose";
    }

    private ComparedQuote load(UUID quoteId) {
        StoredQuote quote = quotes.load(quoteId);
        String record = rateBases
                .findByQuote(quoteId)
                .orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND))
                .basis()
                .record();
        return new ComparedQuote(
                quote,
                quotes.stateToday(quote),
                MAPPER.readValue(quote.body(), QuoteBody.class),
                MAPPER.readTree(record),
                requireNonNull(
                        releases.byDigest(quote.releaseDigest()).products().find(quote.productId()),
                        "a release keeps the products it priced"),
                plans.find(quote.planId(), quote.planRevision())
                        .map(StoredPlan::plan)
                        .orElse(null));
    }

    private Problem notTwo() {
        Finding finding = new Finding(Severity.ERROR, "", "compare-two", messages.text("compare.two"));
        return new Problem(ProblemCode.INVALID_REQUEST, Map.of(), List.of(finding));
    }
}
