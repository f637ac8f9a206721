package org.panbao.web;

import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.panbao.underwriting.Quotes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The queue of a senior underwriter: what waits, the oldest first, and what was decided lately. */
@Hidden
@Controller
final class ReferralPages {

    private static final int DECIDED_SHOWN = 20;

    private final Quotes quotes;
    private final Clock clock;

    ReferralPages(Quotes quotes, Clock clock) {
        this.quotes = quotes;
        this.clock = clock;
    }

    @GetMapping("/app/referrals")
    String queue(@RequestParam @Nullable String cursor, Model model) {
        model.addAttribute("page", quotes.waiting(null, cursor).map(listed -> WaitingCase.of(listed, clock.instant())));
        model.addAttribute("decided", quotes.decidedLately(DECIDED_SHOWN));
        return "referrals";
    }
}
