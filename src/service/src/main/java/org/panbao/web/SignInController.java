package org.panbao.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import org.panbao.access.SignInName;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Signing in, and what a person sees whose form came without a session, or with the token of another. */
@Hidden
@Controller
final class SignInController {

    @GetMapping("/login")
    String signIn(HttpServletRequest request, Model model) {
        model.addAttribute("userName", SignInName.take(request));
        return "sign-in";
    }

    /** For browsers; programs are told what this service is. */
    @GetMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE)
    String first() {
        return "redirect:/app";
    }

    @RequestMapping("/refused")
    @ResponseStatus(HttpStatus.FORBIDDEN)
    String refused(HttpServletRequest request, Model model) {
        model.addAttribute("form", SentForm.of(request));
        model.addAttribute("back", PageOrigin.before(request));
        model.addAttribute(PageModel.OTHER_LANGUAGE, null);
        return "refused";
    }
}
