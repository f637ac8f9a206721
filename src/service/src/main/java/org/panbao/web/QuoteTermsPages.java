package org.panbao.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.panbao.access.CurrentCaller;
import org.panbao.access.GrantPurpose;
import org.panbao.base.Language;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;
import org.panbao.documents.ProductNames;
import org.panbao.intake.Plans;
import org.panbao.intake.StoredPlan;
import org.panbao.rulebook.Product;
import org.panbao.underwriting.QuoteService;
import org.panbao.underwriting.request.QuoteRequestReader;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A question for a price with terms of its own: the product, the period, every parameter, and choices inside filed rows. */
@Hidden
@Controller
@RequestMapping("/app/plans/{planId}/quote")
final class QuoteTermsPages {

    private final Plans plans;
    private final FiledProducts products;
    private final QuoteService quotes;
    private final CurrentCaller callers;

    QuoteTermsPages(Plans plans, FiledProducts products, QuoteService quotes, CurrentCaller callers) {
        this.plans = plans;
        this.products = products;
        this.quotes = quotes;
        this.callers = callers;
    }

    @GetMapping
    String blank(
            @PathVariable UUID planId, @RequestParam(defaultValue = "") String productId, Locale locale, Model model) {
        StoredPlan plan = plans.load(planId, null, GrantPurpose.QUOTE);
        model.addAttribute("faults", Faults.NONE);
        model.addAttribute("plan", plan);
        Product product = chosen(productId, model);
        if (product != null) {
            QuoteForm form = QuoteForm.of(product, plan.plan());
            Map<String, String> typed = new HashMap<>();
            form.covers().stream()
                    .filter(QuoteForm.CoverFields::wanted)
                    .forEach(cover -> typed.put(cover.field(), "1"));
            show(form, typed, ProductNames.of(product, Language.of(locale)), model);
        }
        return "quote-terms";
    }

    @PostMapping
    String ask(
            @PathVariable UUID planId,
            @RequestParam Map<String, String> typed,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        StoredPlan plan = plans.load(planId, null, GrantPurpose.QUOTE);
        model.addAttribute("plan", plan);
        Product product = chosen(typed.getOrDefault("productId", ""), model);
        if (product == null) {
            throw new Problem(ProblemCode.NOT_FOUND);
        }
        QuoteForm form = QuoteForm.of(product, plan.plan());
        try {
            var body = new TypedQuote(form, typed).body(planId, product.id());
            return "redirect:/app/quotes/"
                    + quotes.quote(QuoteRequestReader.read(body, callers.require()))
                            .id();
        } catch (Problem problem) {
            model.addAttribute("faults", Faults.ofAny(problem, response).map(form::placed));
            show(form, typed, ProductNames.of(product, Language.of(locale)), model);
            return "quote-terms";
        }
    }

    /** The product of this id, the only one there is when none is named, or null; with all there are, for the page. */
    private @Nullable Product chosen(String productId, Model model) {
        List<Product> filed = products.ofCaller();
        Product chosen = filed.stream()
                .filter(product -> productId.isEmpty() || product.id().equals(productId))
                .findFirst()
                .orElse(null);
        model.addAttribute("products", filed);
        model.addAttribute("product", chosen);
        return chosen;
    }

    private static void show(QuoteForm form, Map<String, String> typed, ProductNames words, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("typed", typed);
        model.addAttribute("words", words);
    }
}
