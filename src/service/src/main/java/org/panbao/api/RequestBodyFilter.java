package org.panbao.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Refuses a body that is too large, by its announced length or, when that is missing, by what is read; one in another
 * charset than UTF-8; and a compressed one. The rest is read whole before the request takes a database connection, so
 * that a slow caller holds none. Uploads (multipart) have the limits of {@code spring.servlet.multipart}.
 */
final class RequestBodyFilter extends OncePerRequestFilter {

    private final int maximum;
    private final HandlerExceptionResolver problems;

    RequestBodyFilter(DataSize limit, HandlerExceptionResolver problems) {
        this.maximum = Math.toIntExact(limit.toBytes());
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String contentType = request.getContentType();
        if (contentType != null && contentType.startsWith("multipart/")) {
            chain.doFilter(request, response);
            return;
        }
        Problem problem = refusal(request, contentType);
        byte[] body = problem == null ? request.getInputStream().readNBytes(maximum + 1) : new byte[0];
        if (body.length > maximum) {
            problem = tooLarge();
        }
        if (problem == null) {
            chain.doFilter(new RepeatableRequest(request, body), response);
        } else {
            problems.resolveException(request, response, null, problem);
        }
    }

    private @Nullable Problem refusal(HttpServletRequest request, @Nullable String contentType) {
        if (request.getContentLengthLong() > maximum) {
            return tooLarge();
        }
        String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            return new Problem(ProblemCode.UNSUPPORTED_MEDIA_TYPE);
        }
        return contentType == null || isUtf8(contentType) ? null : new Problem(ProblemCode.UNSUPPORTED_MEDIA_TYPE);
    }

    private Problem tooLarge() {
        return new Problem(ProblemCode.PAYLOAD_TOO_LARGE, Map.of("limitBytes", Integer.toString(maximum)));
    }

    private static boolean isUtf8(String contentType) {
        try {
            Charset charset = MediaType.parseMediaType(contentType).getCharset();
            return charset == null || charset.equals(StandardCharsets.UTF_8);
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }
}
