package org.panbao.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/**
 * A problem at the address of a page, said on a page: that of a page, of a file that a page links to, or of a filter in
 * front of both. Filters have nobody to show a view for them, so it is shown here.
 */
final class ProblemPages implements HandlerExceptionResolver {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemPages.class);

    private static final List<String> FOR_PROGRAMS =
            List.of("/api/", "/actuator", "/oauth2/", "/v3/", "/problems", "/schemas");

    private final ObjectProvider<PageModel> pages;
    private final ObjectProvider<ViewResolver> views;
    private final ObjectProvider<LocaleResolver> locales;
    private final ProblemWords words = new ProblemWords();

    ProblemPages(
            ObjectProvider<PageModel> pages,
            ObjectProvider<ViewResolver> views,
            ObjectProvider<LocaleResolver> locales) {
        this.pages = pages;
        this.views = views;
        this.locales = locales;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        boolean lost = handler == null && failure instanceof Problem refusal && isLost(refusal, request);
        if (response.isCommitted() || !(lost || isPage(request.getRequestURI()))) {
            return null;
        }
        Problem problem = problem(failure, request);
        if (problem == null) {
            return null;
        }
        show(problem, request, response);
        return new ModelAndView();
    }

    private static boolean isPage(String path) {
        return path.equals("/app") || path.startsWith("/app/") || path.equals("/login");
    }

    /** A person at an address that nothing stands at, which no chain of programs has seen. */
    private static boolean isLost(Problem problem, HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return problem.code() == ProblemCode.NOT_FOUND
                && accepted != null
                && accepted.contains(MediaType.TEXT_HTML_VALUE)
                && FOR_PROGRAMS.stream().noneMatch(request.getRequestURI()::startsWith);
    }

    /** Null when nobody is there who reads pages: the reader has gone, or a program sent what no form sends. */
    private static @Nullable Problem problem(Exception failure, HttpServletRequest request) {
        if (failure instanceof Problem problem) {
            return problem;
        }
        // an id or a choice in the address that cannot be one names nothing
        if (failure instanceof MethodArgumentTypeMismatchException
                || failure instanceof ServletRequestBindingException) {
            return new Problem(ProblemCode.NOT_FOUND);
        }
        // two people did the same at the same time; the second is told so
        if (failure instanceof DuplicateKeyException || failure instanceof TransientDataAccessException) {
            return new Problem(ProblemCode.CONFLICT);
        }
        if (failure instanceof CannotCreateTransactionException) {
            return new Problem(ProblemCode.NOT_READY);
        }
        if (failure instanceof InvalidParameterException) {
            return new Problem(ProblemCode.MALFORMED_REQUEST);
        }
        return failure instanceof RuntimeException && !(failure instanceof ErrorResponse)
                ? unexpected(failure, request)
                : null;
    }

    /** Nothing of an unexpected failure is shown; its number leads to the log. */
    private static Problem unexpected(Exception failure, HttpServletRequest request) {
        String number = UUID.randomUUID().toString();
        LOG.error("unexpected failure {} in {} {}", number, request.getMethod(), request.getRequestURI(), failure);
        return new Problem(ProblemCode.INTERNAL_ERROR, Map.of("failure", number));
    }

    private void show(Problem problem, HttpServletRequest request, HttpServletResponse response) {
        LocaleResolver resolver = locales.getObject();
        request.setAttribute(DispatcherServlet.LOCALE_RESOLVER_ATTRIBUTE, resolver);
        Locale locale = resolver.resolveLocale(request);
        response.setStatus(problem.code().status());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        try {
            View view = views.getObject().resolveViewName("problem", locale);
            if (view == null) {
                throw new IllegalStateException("no page for problems");
            }
            Map<String, @Nullable Object> model = model(problem, request, locale);
            model.put("wait", response.getHeader(HttpHeaders.RETRY_AFTER));
            view.render(model, request, response);
        } catch (Exception e) {
            throw new IllegalStateException("the page of a problem cannot be shown", e);
        }
    }

    private Map<String, @Nullable Object> model(Problem problem, HttpServletRequest request, Locale locale) {
        PageModel page = pages.getObject();
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("say", page.say(locale));
        model.put("caller", page.caller());
        model.put("may", page.may());
        model.put("path", page.path(request));
        // where a form is sent to there is often nothing to open
        model.put(
                "otherLanguage",
                (request.getMethod().equals("GET") ? "" : "/app") + page.otherLanguage(request, locale));
        model.put("code", problem.code().slug());
        model.put("problemTitle", words.title(problem));
        model.put("problemDetail", words.detail(problem));
        model.put("back", PageOrigin.before(request));
        model.put("findings", words.findings(problem));
        return model;
    }
}
