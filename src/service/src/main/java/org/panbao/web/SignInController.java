package org.panbao.web;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Signing in, and what a user sees who may not open a page. */
@Hidden
@Controller
final class SignInController {

    @GetMapping("/login")
    String signIn() {
        return "sign-in";
    }

    /** For browsers; programs are told what this service is. */
    @GetMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE)
    String first() {
        return "redirect:/app";
    }

    @RequestMapping("/refused")
    @ResponseStatus(HttpStatus.FORBIDDEN)
    String refused() {
        return "refused";
    }
}
