package org.panbao.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.panbao.access.Caller;
import org.panbao.access.CurrentCaller;
import org.panbao.access.RoleMatrix;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.UriComponentsBuilder;

/** What every page has: its language, who is signed in, and where it is. */
@ControllerAdvice(basePackageClasses = PageModel.class)
final class PageModel {

    /** Attribute with the address of the other language; null where following it would lose something. */
    static final String OTHER_LANGUAGE = "otherLanguage";

    private final CurrentCaller callers;
    private final RoleMatrix matrix;

    PageModel(CurrentCaller callers, RoleMatrix matrix) {
        this.callers = callers;
        this.matrix = matrix;
    }

    /** How values are written in the reader's language; {@code say} in the templates. */
    @ModelAttribute("say")
    Wording say(Locale locale) {
        return new Wording(locale);
    }

    /** Null on the page for signing in. */
    @ModelAttribute("caller")
    @Nullable
    Caller caller() {
        return callers.findCaller().orElse(null);
    }

    @ModelAttribute("may")
    PageAccess may() {
        return new PageAccess(matrix, caller());
    }

    /**
     * The address of the same in the other language, with all that is asked there; null on the answer to a form, which
     * has no address of its own.
     */
    @ModelAttribute(OTHER_LANGUAGE)
    @Nullable
    String addressInOtherLanguage(HttpServletRequest request, Locale locale) {
        return request.getMethod().equals("POST") ? null : otherLanguage(request, locale);
    }

    String otherLanguage(HttpServletRequest request, Locale locale) {
        return UriComponentsBuilder.newInstance()
                .query(request.getQueryString())
                .replaceQueryParam("lang", say(locale).otherLanguage())
                .build()
                .toUriString();
    }

    @ModelAttribute("path")
    String path(HttpServletRequest request) {
        return request.getRequestURI();
    }
}
