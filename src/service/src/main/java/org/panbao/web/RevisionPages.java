package org.panbao.web;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Text;
import org.panbao.intake.ListedRevision;
import org.panbao.intake.PlanReader;
import org.panbao.intake.Plans;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The revisions of a plan, and what was changed between two of them: by default between the newest two. */
@Hidden
@Controller
final class RevisionPages {

    private final Plans plans;
    private final PlanReader reader;

    RevisionPages(Plans plans, PlanReader reader) {
        this.plans = plans;
        this.reader = reader;
    }

    @GetMapping("/app/plans/{planId}/revisions")
    String revisions(
            @PathVariable UUID planId,
            @RequestParam @Nullable Integer from,
            @RequestParam @Nullable Integer to,
            Model model) {
        List<ListedRevision> revisions = plans.revisions(planId);
        int newest = revisions.get(0).revision();
        int second = to == null ? newest : to;
        int first = from == null ? Math.max(1, second - 1) : from;
        model.addAttribute("plan", plans.load(planId, null));
        model.addAttribute("revisions", revisions);
        model.addAttribute("from", first);
        model.addAttribute("to", second);
        model.addAttribute(
                "changes",
                Pair.join(facts(planId, first), facts(planId, second)).stream()
                        .filter(Pair::differs)
                        .toList());
        return "revisions";
    }

    private Map<Text, Text> facts(UUID planId, int revision) {
        return PlanFacts.of(reader.form().lay(plans.loadDocument(planId, revision), List.of()));
    }
}
