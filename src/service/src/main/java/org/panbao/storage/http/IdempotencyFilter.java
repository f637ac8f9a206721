package org.panbao.storage.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;
import org.panbao.storage.AnswerShownOnce;
import org.panbao.storage.CurrentTenant;
import org.springframework.util.StringUtils;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.springframework.web.util.WebUtils;

/**
 * Honours {@code Idempotency-Key} on POST, inside the request's transaction: the effect and the kept answer are stored
 * together or not at all. Only successes are kept; after a failure the same key may be tried again.
 */
final class IdempotencyFilter extends OncePerRequestFilter {

    private static final String KEY = "Idempotency-Key";
    private static final String REPLAYED = "Idempotency-Replayed";
    private static final Pattern KEY_FORM = Pattern.compile("[!-~]{1,200}"); // visible ASCII
    private static final List<String> KEPT_HEADERS = List.of("Location", "ETag", "Content-Type");

    private final IdempotencyStore store;
    private final CurrentTenant tenant;

    IdempotencyFilter(IdempotencyStore store, CurrentTenant tenant) {
        this.store = store;
        this.tenant = tenant;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !"POST".equals(request.getMethod()) || request.getHeader(KEY) == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String key = request.getHeader(KEY);
        if (!KEY_FORM.matcher(key).matches()) {
            throw new Problem(ProblemCode.INVALID_REQUEST, Map.of("header", KEY));
        }
        UUID organisation = tenant.find().orElseThrow(() -> new Problem(ProblemCode.UNAUTHORIZED));
        Principal principal = request.getUserPrincipal();
        String actor = principal == null ? "" : principal.getName();
        // the body filter has read the body, which therefore can be read again
        String fingerprint = isMultipart(request)
                ? RequestFingerprint.ofParts(request)
                : RequestFingerprint.of(request.getInputStream().readAllBytes());
        String call = call(request);
        Optional<StoredAnswer> stored = store.lockAndFind(organisation, actor, key);
        if (stored.isPresent()) {
            replay(stored.get(), call, fingerprint, response);
            return;
        }
        chain.doFilter(request, response);
        if (response.getStatus() < 400) {
            store.keep(organisation, actor, key, answer(call, fingerprint, request, response));
        }
    }

    private static void replay(StoredAnswer stored, String call, String fingerprint, HttpServletResponse response)
            throws IOException {
        if (!stored.call().equals(call) || !stored.requestSha256().equals(fingerprint)) {
            throw new Problem(ProblemCode.IDEMPOTENCY_KEY_REUSED);
        }
        if (stored.body() == null) {
            throw new Problem(
                    ProblemCode.STATE_CONFLICT,
                    Map.of("state", "ANSWER_SHOWN_ONCE", "action", "REPEAT", "reason", "answer-shown-once"));
        }
        response.setStatus(stored.status());
        stored.headers().forEach(response::setHeader);
        response.setHeader(REPLAYED, "true");
        response.getOutputStream().write(stored.body());
    }

    private static StoredAnswer answer(
            String call, String fingerprint, HttpServletRequest request, HttpServletResponse response) {
        Map<String, String> headers = new HashMap<>();
        for (String name : KEPT_HEADERS) {
            String value = "Content-Type".equals(name) ? response.getContentType() : response.getHeader(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        byte[] body = Boolean.TRUE.equals(request.getAttribute(AnswerShownOnce.ATTRIBUTE)) ? null : body(response);
        return new StoredAnswer(call, fingerprint, response.getStatus(), headers, body);
    }

    private static byte[] body(HttpServletResponse response) {
        ContentCachingResponseWrapper buffered =
                WebUtils.getNativeResponse(response, ContentCachingResponseWrapper.class);
        if (buffered == null) {
            throw new IllegalStateException("the answer is not held back");
        }
        return buffered.getContentAsByteArray();
    }

    private static String call(HttpServletRequest request) {
        @Nullable String query = request.getQueryString();
        return request.getMethod() + " " + request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    private static boolean isMultipart(HttpServletRequest request) {
        return StringUtils.startsWithIgnoreCase(request.getContentType(), "multipart/");
    }
}
