package org.panbao.web;

import static java.util.Objects.requireNonNull;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.panbao.access.Organisation;
import org.panbao.access.Organisations;
import org.panbao.base.Language;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;
import org.panbao.documents.CoverPeriod;
import org.panbao.documents.ProductNames;
import org.panbao.documents.TariffNames;
import org.panbao.intake.Plans;
import org.panbao.intake.StoredPlan;
import org.panbao.profile.Plan;
import org.panbao.quoting.Decision;
import org.panbao.ratebasis.RateBases;
import org.panbao.ratebasis.StoredRateBasis;
import org.panbao.releases.Releases;
import org.panbao.rulebook.Product;
import org.panbao.underwriting.QuoteFilter;
import org.panbao.underwriting.QuoteState;
import org.panbao.underwriting.Quotes;
import org.panbao.underwriting.StoredQuote;
import org.panbao.underwriting.answer.QuoteBody;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The list of quotes, and one quote taken apart. */
@Hidden
@Controller
@RequestMapping("/app/quotes")
final class QuotePages {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final Quotes quotes;
    private final RateBases rateBases;
    private final Plans plans;
    private final Releases releases;
    private final Organisations organisations;
    private final FiledProducts products;

    QuotePages(
            Quotes quotes,
            RateBases rateBases,
            Plans plans,
            Releases releases,
            Organisations organisations,
            FiledProducts products) {
        this.quotes = quotes;
        this.rateBases = rateBases;
        this.plans = plans;
        this.releases = releases;
        this.organisations = organisations;
        this.products = products;
    }

    @GetMapping
    String list(
            @RequestParam @Nullable Decision decision,
            @RequestParam @Nullable QuoteState state,
            @RequestParam(defaultValue = "") String product,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String cursor,
            Model model) {
        QuoteFilter filter = new QuoteFilter(null, decision, state, emptyAsNull(product), emptyAsNull(text.strip()));
        model.addAttribute("filter", filter);
        model.addAttribute("referred", state == QuoteState.REFERRED);
        model.addAttribute("decisions", Decision.values());
        model.addAttribute("states", QuoteState.values());
        model.addAttribute("quotes", quotes);
        model.addAttribute("products", products.ofCaller());
        model.addAttribute("page", quotes.list(filter, Quotes.page(null, emptyAsNull(cursor))));
        return "quotes";
    }

    @GetMapping("/{quoteId}")
    String quote(@PathVariable UUID quoteId, Locale locale, Model model) {
        StoredQuote quote = quotes.load(quoteId);
        StoredRateBasis basis = rateBases.findByQuote(quoteId).orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND));
        model.addAttribute("quote", quote);
        Plan plan = plans.find(quote.planId(), quote.planRevision())
                .map(StoredPlan::plan)
                .orElse(null);
        model.addAttribute("plan", plan);
        model.addAttribute("insureds", InsuredNames.of(plan));
        model.addAttribute("state", quotes.stateToday(quote));
        QuoteBody answer = MAPPER.readValue(quote.body(), QuoteBody.class);
        model.addAttribute("answer", answer);
        model.addAttribute(
                "reasons",
                ReasonLine.of(answer.reasons().stream()
                        .map(QuoteBody.DecisionReasonBody::reason)
                        .toList()));
        model.addAttribute("itemReasons", itemReasons(answer));
        model.addAttribute("period", CoverPeriod.of(answer));
        model.addAttribute("insurer", insurer(answer));
        model.addAttribute("clauses", InsuredClauses.of(answer));
        addBasis(model, basis, product(quote), locale);
        model.addAttribute("history", quotes.historyToday(quote));
        return "quote";
    }

    private static Map<String, List<ReasonLine>> itemReasons(QuoteBody answer) {
        Map<String, List<ReasonLine>> reasons = new HashMap<>();
        answer.coverage().forEach(item -> reasons.put(item.item(), ReasonLine.of(item.reasons())));
        return reasons;
    }

    private static void addBasis(Model model, StoredRateBasis basis, Product product, Locale locale) {
        TariffNames names = TariffNames.of(product);
        JsonNode record = MAPPER.readTree(basis.basis().record());
        model.addAttribute("basis", basis);
        model.addAttribute("record", record);
        model.addAttribute("names", names);
        model.addAttribute("words", ProductNames.of(product, Language.of(locale)));
        model.addAttribute("seen", new SeenFacts(record));
        model.addAttribute("waterfall", Waterfall.of(record, names::rank));
        model.addAttribute("steps", StepLine.of(record));
    }

    /** As it was in the release that the quote was made with. */
    private Product product(StoredQuote quote) {
        Product product = releases.byDigest(quote.releaseDigest()).products().find(quote.productId());
        return requireNonNull(product, "a release keeps the products it priced");
    }

    private String insurer(QuoteBody answer) {
        String code = answer.filing().insurer();
        return organisations.findByCode(code).map(Organisation::name).orElse(code);
    }

    private static @Nullable String emptyAsNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
