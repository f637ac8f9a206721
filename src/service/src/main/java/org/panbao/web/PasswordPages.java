package org.panbao.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.panbao.access.OwnPassword;
import org.panbao.base.Problem;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a user changes the own password. */
@Hidden
@Controller
@RequestMapping("/app/password")
final class PasswordPages {

    private final OwnPassword password;

    PasswordPages(OwnPassword password) {
        this.password = password;
    }

    @GetMapping
    String blank(Model model) {
        return form(Faults.NONE, model);
    }

    /** What was typed is not shown again. After a change all sessions of the user have ended, also this one. */
    @PostMapping
    String change(
            @RequestParam Map<String, String> typed,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model)
            throws ServletException {
        try {
            password.change(
                    typed.getOrDefault("oldPassword", ""),
                    typed.getOrDefault("newPassword", ""),
                    typed.getOrDefault("repeated", ""));
        } catch (Problem problem) {
            if (problem.findings().stream().anyMatch(finding -> finding.code().equals(OwnPassword.WRONG))) {
                request.setAttribute(OwnPassword.WRONG_ATTRIBUTE, true);
            }
            return form(Faults.of(problem, response), model);
        }
        request.logout();
        return "redirect:/login?changed";
    }

    private String form(Faults faults, Model model) {
        model.addAttribute("faults", faults);
        model.addAttribute("shortest", password.shortest());
        model.addAttribute("initial", password.isInitial());
        return "password";
    }
}
