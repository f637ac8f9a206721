package org.panbao.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.panbao.access.OrganisationKind;
import org.panbao.access.Organisations;
import org.panbao.base.Problem;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Organisations: the list, one of them, registering one. */
@Hidden
@Controller
@RequestMapping("/app/organisations")
final class OrganisationPages {

    private final Organisations organisations;

    OrganisationPages(Organisations organisations) {
        this.organisations = organisations;
    }

    @GetMapping
    String list(@RequestParam @Nullable String cursor, Model model) {
        model.addAttribute("page", organisations.list(null, cursor));
        return "organisations";
    }

    @GetMapping("/new")
    String blank(Model model) {
        return form(Map.of(), Faults.NONE, model);
    }

    @PostMapping("/new")
    String register(
            @RequestParam OrganisationKind kind,
            @RequestParam Map<String, String> typed,
            HttpServletResponse response,
            Model model) {
        try {
            String code = typed.getOrDefault("code", "").strip();
            String name = typed.getOrDefault("name", "").strip();
            return "redirect:/app/organisations/"
                    + organisations.register(code, kind, name).id();
        } catch (Problem problem) {
            return form(typed, Faults.of(problem, response), model);
        }
    }

    @GetMapping("/{organisationId}")
    String one(@PathVariable UUID organisationId, Model model) {
        model.addAttribute("organisation", organisations.load(organisationId));
        return "organisation";
    }

    private static String form(Map<String, String> typed, Faults faults, Model model) {
        model.addAttribute("typed", typed);
        model.addAttribute("faults", faults);
        model.addAttribute("kinds", OrganisationKind.values());
        return "organisation-new";
    }
}
