package org.panbao.web;

import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.util.List;
import org.panbao.access.Grants;
import org.panbao.access.PlanGrant;
import org.panbao.intake.Plans;
import org.panbao.underwriting.Quotes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The first page after signing in: what waits for the user, as far as the role may open it. */
@Hidden
@Controller
final class StartPages {

    private static final int SHOWN = 5;

    private final Quotes quotes;
    private final Plans plans;
    private final Grants grants;
    private final Clock clock;

    StartPages(Quotes quotes, Plans plans, Grants grants, Clock clock) {
        this.quotes = quotes;
        this.plans = plans;
        this.grants = grants;
        this.clock = clock;
    }

    @GetMapping("/app")
    String start(@ModelAttribute(name = "may", binding = false) PageAccess may, Model model) {
        if (may.open("/app/quotes")) {
            model.addAttribute(
                    "waiting", quotes.waiting(SHOWN, null).map(listed -> WaitingCase.of(listed, clock.instant())));
            model.addAttribute("lapsing", quotes.lapsingNext(SHOWN));
        }
        if (may.open("/app/plans")) {
            model.addAttribute("plans", first(plans.list(null, null).items()));
        }
        if (may.open("/app/grants")) {
            List<PlanGrant> received = first(grants.received(null).items());
            model.addAttribute("received", received);
            model.addAttribute(
                    "receivedPlans",
                    plans.byId(received.stream().map(PlanGrant::planId).toList()));
        }
        return "start";
    }

    private static <T> List<T> first(List<T> items) {
        return items.subList(0, Math.min(SHOWN, items.size()));
    }
}
