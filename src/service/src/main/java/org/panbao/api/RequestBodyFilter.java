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
        byte[] body;
        try {
            body = read(request, contentType);
        } catch (Problem refusal) {
            problems.resolveException(request, response, null, refusal);
            return;
        }
        chain.doFilter(new RepeatableRequest(request, body), response);
    }

    private byte[] read(HttpServletRequest request, @Nullable String contentType) {
        String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (request.getContentLengthLong() > maximum) {
            throw tooLarge();
        }
        if ((encoding != null && !encoding.equalsIgnoreCase("identity"))
                || (contentType != null && !isUtf8(contentType))) {
            throw new Problem(ProblemCode.UNSUPPORTED_MEDIA_TYPE);
        }
        byte[] body;
        try {
            body = request.getInputStream().readNBytes(maximum + 1);
        } catch (IOException e) {
            throw new Problem(ProblemCode.MALFORMED_REQUEST); // chunks that are none, or the rest did not come
        }
        if (body.length > maximum) {
            throw tooLarge();
        }
        return body;
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
