package org.panbao.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.panbao.access.Clients;
import org.panbao.access.Clients.Client;
import org.panbao.access.Organisation;
import org.panbao.access.Organisations;
import org.panbao.access.Role;
import org.panbao.base.Problem;
import org.panbao.storage.Page;
import org.panbao.storage.PageRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Clients of the interface: the list, making one, revoking one. */
@Hidden
@Controller
@RequestMapping("/app/clients")
final class ClientPages {

    /** Field of the form that names an organisation by its code. */
    private static final String ORGANISATION = "organisationId";

    private final Clients clients;
    private final Organisations organisations;

    ClientPages(Clients clients, Organisations organisations) {
        this.clients = clients;
        this.organisations = organisations;
    }

    @GetMapping
    String list(@RequestParam @Nullable String cursor, Model model) {
        Page<Client> page = clients.list(null, cursor);
        model.addAttribute("page", page);
        model.addAttribute(
                "organisations",
                organisations.byId(page.items().stream()
                        .map(Client::organisationId)
                        .distinct()
                        .toList()));
        return "clients";
    }

    @GetMapping("/new")
    String blank(@RequestParam(defaultValue = "") String organisation, Model model) {
        return form(Map.of(ORGANISATION, organisation), Faults.NONE, model);
    }

    /** Makes a client; the page that tells its secret is the answer, and no other page does. */
    @PostMapping("/new")
    String add(@RequestParam Map<String, String> typed, HttpServletResponse response, Model model) {
        try {
            UUID organisation = organisations
                    .findByCode(typed.getOrDefault(ORGANISATION, "").strip())
                    .map(Organisation::id)
                    .orElse(null);
            String clientId = typed.getOrDefault("clientId", "").strip();
            model.addAttribute("made", clients.add(organisation, typed.getOrDefault("role", ""), clientId));
            model.addAttribute(PageModel.OTHER_LANGUAGE, null);
            return "client-made";
        } catch (Problem problem) {
            return form(typed, Faults.of(problem, response), model);
        }
    }

    @PostMapping("/{id}/revoke")
    String revoke(@PathVariable UUID id) {
        clients.revoke(id);
        return "redirect:/app/clients";
    }

    private String form(Map<String, String> typed, Faults faults, Model model) {
        model.addAttribute("typed", typed);
        model.addAttribute("faults", faults);
        model.addAttribute("roles", Role.values());
        model.addAttribute(
                "organisations", organisations.list(PageRequest.MAX_LIMIT, null).items());
        return "client-new";
    }
}
