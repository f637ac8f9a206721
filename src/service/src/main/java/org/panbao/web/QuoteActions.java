package org.panbao.web;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.panbao.intake.Plans;
import org.panbao.quoting.ContractTerms;
import org.panbao.storage.Revision;
import org.panbao.underwriting.QuoteRequest;
import org.panbao.underwriting.QuoteService;
import org.panbao.underwriting.Referrals;
import org.panbao.underwriting.Referrals.Action;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What an underwriter does: asks for a quote of a plan, decides a referral. */
@Hidden
@Controller
final class QuoteActions {

    private final QuoteService quotes;
    private final Referrals referrals;
    private final Plans plans;

    QuoteActions(QuoteService quotes, Referrals referrals, Plans plans) {
        this.plans = plans;
        this.quotes = quotes;
        this.referrals = referrals;
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
            @RequestParam String reason,
            @RequestParam(defaultValue = "false") boolean queue) {
        referrals.act(quoteId, new Revision(seen).etag(), action, reason);
        return queue ? "redirect:/app/referrals" : "redirect:/app/quotes/" + quoteId;
    }
}
