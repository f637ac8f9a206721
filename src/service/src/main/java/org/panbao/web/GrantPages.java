package org.panbao.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.panbao.access.GrantPurpose;
import org.panbao.access.Grants;
import org.panbao.access.Organisation;
import org.panbao.access.Organisations;
import org.panbao.access.PlanGrant;
import org.panbao.base.Problem;
import org.panbao.intake.Plans;
import org.panbao.storage.Page;
import org.panbao.storage.PageRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who else may see a plan, and what others let us see. */
@Hidden
@Controller
final class GrantPages {

    /** Field of the form that names an organisation by its code. */
    private static final String GRANTEE = "granteeOrganisationId";

    private final Grants grants;
    private final Organisations organisations;
    private final Plans plans;

    GrantPages(Grants grants, Organisations organisations, Plans plans) {
        this.grants = grants;
        this.organisations = organisations;
        this.plans = plans;
    }

    @GetMapping("/app/plans/{planId}/grants")
    String list(@PathVariable UUID planId, @RequestParam @Nullable String cursor, Model model) {
        show(grants.list(planId, null, cursor), model);
        return form(planId, Map.of(), Faults.NONE, model);
    }

    @PostMapping("/app/plans/{planId}/grants")
    String add(
            @PathVariable UUID planId,
            @RequestParam GrantPurpose purpose,
            @RequestParam Map<String, String> typed,
            HttpServletResponse response,
            Model model) {
        try {
            UUID grantee = organisations
                    .findByCode(typed.getOrDefault(GRANTEE, "").strip())
                    .map(Organisation::id)
                    .orElse(null);
            grants.add(
                    planId, grantee, purpose, typed.getOrDefault("validTo", "").strip());
            return redirect(planId);
        } catch (Problem problem) {
            Faults faults = Faults.of(problem, response);
            show(grants.list(planId, null, null), model);
            return form(planId, typed, faults, model);
        }
    }

    @PostMapping("/app/plans/{planId}/grants/{grantId}/end")
    String end(@PathVariable UUID planId, @PathVariable UUID grantId) {
        grants.revoke(planId, grantId);
        return redirect(planId);
    }

    @GetMapping("/app/grants")
    String received(@RequestParam @Nullable String cursor, Model model) {
        Page<PlanGrant> page = grants.received(cursor);
        model.addAttribute("page", page);
        model.addAttribute(
                "plans", plans.byId(page.items().stream().map(PlanGrant::planId).toList()));
        return "grants-received";
    }

    private void show(Page<PlanGrant> page, Model model) {
        model.addAttribute("page", page);
        model.addAttribute("grants", grants);
        model.addAttribute(
                "grantees",
                organisations.byId(page.items().stream()
                        .map(PlanGrant::granteeOrganisationId)
                        .toList()));
    }

    private String form(UUID planId, Map<String, String> typed, Faults faults, Model model) {
        model.addAttribute("planId", planId);
        model.addAttribute("plan", plans.load(planId, null));
        model.addAttribute("typed", typed);
        model.addAttribute("faults", faults);
        model.addAttribute("purposes", GrantPurpose.values());
        model.addAttribute(
                "organisations", organisations.list(PageRequest.MAX_LIMIT, null).items());
        return "grants";
    }

    private static String redirect(UUID planId) {
        return "redirect:/app/plans/" + planId + "/grants";
    }
}
