package org.panbao.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;
import org.panbao.intake.Plans;
import org.panbao.quoting.ContractTerms;
import org.panbao.storage.Revision;
import org.panbao.underwriting.QuoteRequest;
import org.panbao.underwriting.QuoteService;
import org.panbao.underwriting.Quotes;
import org.panbao.underwriting.Referrals;
import org.panbao.underwriting.Referrals.Action;
import org.panbao.underwriting.StoredQuote;
import org.panbao.underwriting.answer.QuoteBody;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/** What an underwriter does: asks for a quote of a plan, decides a referral. */
@Hidden
@Controller
final class QuoteActions {

    /** Refusals of a decision after which the reason that was typed can still be of use. */
    private static final Set<ProblemCode> KEPT = EnumSet.of(
            ProblemCode.INVALID_REQUEST,
            ProblemCode.PRECONDITION_FAILED,
            ProblemCode.STATE_CONFLICT,
            ProblemCode.AUTHORITY_EXCEEDED,
            ProblemCode.CONFLICT);

    private final QuoteService quotes;
    private final Referrals referrals;
    private final Quotes stored;
    private final Plans plans;
    private final ProblemWords words = new ProblemWords();

    QuoteActions(QuoteService quotes, Referrals referrals, Quotes stored, Plans plans) {
        this.plans = plans;
        this.quotes = quotes;
        this.referrals = referrals;
        this.stored = stored;
    }

    /** {@code of} is the revision that was looked at: when there is a newer one, nothing is quoted. */
    @PostMapping("/app/plans/{planId}/quotes")
    String quote(@PathVariable UUID planId, @RequestParam String productId, @RequestParam @Nullable Integer of) {
        if (of != null) {
            int newest = plans.load(planId, null).revision();
            new Revision(newest).requireMatch(new Revision(of).etag());
        }
        QuoteRequest request = new QuoteRequest(
                planId, null, productId, Map.of(), Map.of(), Map.of(), null, null, null, ContractTerms.USUAL);
        return "redirect:/app/quotes/" + quotes.quote(request).id();
    }

    /** Decides on the state of the quote that was looked at: {@code seen} events; then back to the queue, if it came from there. */
    @PostMapping("/app/quotes/{quoteId}/referral")
    String refer(
            @PathVariable UUID quoteId,
            @RequestParam int seen,
            @RequestParam Action action,
            @RequestParam Map<String, String> typed,
            HttpServletResponse response,
            Model model) {
        boolean queue = Boolean.parseBoolean(typed.get("queue"));
        String reason = typed.getOrDefault("reason", "");
        try {
            referrals.act(quoteId, new Revision(seen).etag(), action, reason);
            return queue ? "redirect:/app/referrals" : "redirect:/app/quotes/" + quoteId;
        } catch (Problem problem) {
            if (!KEPT.contains(problem.code())) {
                throw problem;
            }
            response.setStatus(problem.code().status());
            model.addAttribute("queue", queue);
            model.addAttribute("typedReason", reason);
            model.addAttribute("problem", problem);
            return again(quoteId, model);
        }
    }

    /** The decision that was not taken, with the reason as it was typed and the quote as it is now. */
    private String again(UUID quoteId, Model model) {
        StoredQuote quote = stored.load(quoteId);
        model.addAttribute("quote", quote);
        model.addAttribute("state", stored.stateToday(quote));
        model.addAttribute("answer", JsonMapper.shared().readValue(quote.body(), QuoteBody.class));
        model.addAttribute("words", words);
        model.addAttribute(PageModel.OTHER_LANGUAGE, null);
        return "decision-again";
    }
}
