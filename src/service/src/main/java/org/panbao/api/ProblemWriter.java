package org.panbao.api;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Finding;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;
import org.panbao.base.Severity;
import org.panbao.base.Text;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Writes a {@link Problem} as an answer: in Chinese unless the caller asks for English. */
@Component
final class ProblemWriter {

    private static final Set<String> OWN_MEMBERS =
            Set.of("type", "title", "status", "code", "detail", "instance", "titles", "details", "findings");

    /** Where a refused value stood, when it was not in the body. */
    private static final List<String> NAMED = List.of("parameter", "header", "part");

    private final ProblemTexts texts;

    ProblemWriter(ProblemTexts texts) {
        this.texts = texts;
    }

    ResponseEntity<ProblemBody> answer(Problem problem, HttpServletRequest request, HttpHeaders headers) {
        Locale language = language(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        return ResponseEntity.status(problem.code().status())
                .headers(headers)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag())
                .body(body(problem, instance(request), language));
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

    private ProblemBody body(Problem problem, @Nullable String instance, Locale language) {
        Text title = texts.title(problem.code());
        Text detail = texts.detail(problem.code(), problem.values());
        Map<String, String> values = new HashMap<>(problem.values());
        values.keySet().removeAll(OWN_MEMBERS);
        return new ProblemBody(
                "/problems/" + problem.code().slug(),
                in(language, title),
                problem.code().status(),
                problem.code().slug(),
                in(language, detail),
                instance,
                title,
                detail,
                findings(problem),
                values);
    }

    /** What was found; a refused parameter, header or part that is only named becomes a finding too. */
    private List<Finding> findings(Problem problem) {
        if (problem.code() != ProblemCode.INVALID_REQUEST || !problem.findings().isEmpty()) {
            return problem.findings();
        }
        return problem.values().entrySet().stream()
                .filter(value -> NAMED.contains(value.getKey()))
                .map(value -> refused("invalid-" + value.getKey(), value.getValue()))
                .toList();
    }

    private Finding refused(String code, String name) {
        return new Finding(Severity.ERROR, "", code, texts.finding(code, name));
    }

    private static String in(Locale language, Text text) {
        return language.equals(Locale.ENGLISH) ? text.en() : text.zh();
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
