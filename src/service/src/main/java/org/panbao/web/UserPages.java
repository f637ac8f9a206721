package org.panbao.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.panbao.access.Organisation;
import org.panbao.access.Organisations;
import org.panbao.access.Role;
import org.panbao.access.Users;
import org.panbao.access.Users.User;
import org.panbao.access.Users.UserWithPassword;
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

/** Users of the pages: the list, making one, a new password for one, disabling one. */
@Hidden
@Controller
@RequestMapping("/app/users")
final class UserPages {

    /** Field of the form that names an organisation by its code. */
    private static final String ORGANISATION = "organisationId";

    private final Users users;
    private final Organisations organisations;

    UserPages(Users users, Organisations organisations) {
        this.users = users;
        this.organisations = organisations;
    }

    @GetMapping
    String list(@RequestParam @Nullable String cursor, Model model) {
        Page<User> page = users.list(null, cursor);
        model.addAttribute("page", page);
        model.addAttribute(
                "organisations",
                organisations.byId(page.items().stream()
                        .map(User::organisationId)
                        .distinct()
                        .toList()));
        return "users";
    }

    @GetMapping("/new")
    String blank(@RequestParam(defaultValue = "") String organisation, Model model) {
        return form(Map.of(ORGANISATION, organisation), Faults.NONE, model);
    }

    @PostMapping("/new")
    String add(@RequestParam Map<String, String> typed, HttpServletResponse response, Model model) {
        try {
            UUID organisation = organisations
                    .findByCode(typed.getOrDefault(ORGANISATION, "").strip())
                    .map(Organisation::id)
                    .orElse(null);
            String username = typed.getOrDefault("username", "").strip();
            return made(users.add(organisation, typed.getOrDefault("role", ""), username), model);
        } catch (Problem problem) {
            return form(typed, Faults.of(problem, response), model);
        }
    }

    @PostMapping("/{id}/password")
    String resetPassword(@PathVariable UUID id, Model model) {
        return made(users.resetPassword(id), model);
    }

    @PostMapping("/{id}/disable")
    String disable(@PathVariable UUID id) {
        users.disable(id);
        return "redirect:/app/users";
    }

    /** The page that tells the initial password is the answer, and no other page does; so no link leads away to its like. */
    private static String made(UserWithPassword made, Model model) {
        model.addAttribute("made", made);
        model.addAttribute(PageModel.OTHER_LANGUAGE, null);
        return "user-made";
    }

    private String form(Map<String, String> typed, Faults faults, Model model) {
        model.addAttribute("typed", typed);
        model.addAttribute("faults", faults);
        model.addAttribute("roles", Role.values());
        model.addAttribute(
                "organisations", organisations.list(PageRequest.MAX_LIMIT, null).items());
        return "user-new";
    }
}
