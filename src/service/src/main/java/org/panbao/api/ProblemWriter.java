package org.panbao.api;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Writes a {@link Problem} as an answer: in Chinese unless the caller asks for English. */
@Component
final class ProblemWriter {

    private final ProblemBodies bodies;

    ProblemWriter(ProblemBodies bodies) {
        this.bodies = bodies;
    }

    ResponseEntity<ProblemBody> answer(Problem problem, HttpServletRequest request, HttpHeaders headers) {
        Locale language = language(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        return ResponseEntity.status(problem.code().status())
                .headers(headers)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag())
                .body(bodies.of(problem, instance(request), language));
    }

    /** The path that was asked for, also where the web server forwards to its error page; null if it cannot be one. */
    private static @Nullable String instance(HttpServletRequest request) {
        Object forwarded = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String path = forwarded instanceof String uri ? uri : request.getRequestURI();
        try {
            return path == null ? null : new URI(path).toString();
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /** English when it is wanted more than Chinese; Chinese when neither is named. */
    static Locale language(@Nullable String accepted) {
        if (accepted == null) {
            return Locale.SIMPLIFIED_CHINESE;
        }
        try {
            List<Locale> known = List.of(Locale.SIMPLIFIED_CHINESE, Locale.CHINESE, Locale.ENGLISH);
            Locale best = Locale.lookup(Locale.LanguageRange.parse(accepted), known);
            return Locale.ENGLISH.equals(best) ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
        } catch (IllegalArgumentException e) {
            return Locale.SIMPLIFIED_CHINESE; // not a language range
        }
    }
}
