package org.panbao.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.StringUtils;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Refuses a body that is too large, by its announced length or, when that is missing, by what is read; one in another
 * charset than UTF-8; and a compressed one. The rest is read whole before the request takes a database connection, so
 * that a slow caller holds none. The calls that take an upload have a limit of their own, and read into files.
 */
final class RequestBodyFilter extends OncePerRequestFilter {

    private final int maximum;
    private final UploadCalls uploads;
    private final long largestUpload;
    private final HandlerExceptionResolver problems;

    RequestBodyFilter(
            DataSize limit, UploadCalls uploads, MultipartConfigElement upload, HandlerExceptionResolver problems) {
        this.maximum = Math.toIntExact(limit.toBytes());
        this.uploads = uploads;
        this.largestUpload = upload.getMaxFileSize();
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpServletRequest read;
        try {
            read = isMultipart(request) && uploads.isUpload(request)
                    ? withParts(request)
                    : new RepeatableRequest(request, read(request));
        } catch (Problem refusal) {
            problems.resolveException(request, response, null, refusal);
            return;
        }
        chain.doFilter(read, response);
    }

    /** The parts are in files afterwards, which the web server removes with the request. */
    private HttpServletRequest withParts(HttpServletRequest request) {
        refuseCompressed(request);
        try {
            request.getParts();
            return request;
        } catch (InvalidParameterException e) {
            throw e.getErrorCode() == HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE
                    ? tooLarge(largestUpload)
                    : new Problem(ProblemCode.MALFORMED_REQUEST);
        } catch (IOException | ServletException e) {
            throw new Problem(ProblemCode.MALFORMED_REQUEST); // parts that are none, or the rest did not come
        }
    }

    private byte[] read(HttpServletRequest request) {
        if (request.getContentLengthLong() > maximum) {
            throw tooLarge(maximum);
        }
        String contentType = request.getContentType();
        refuseCompressed(request);
        if (contentType != null && (isMultipart(request) || !isUtf8(contentType))) {
            throw new Problem(ProblemCode.UNSUPPORTED_MEDIA_TYPE);
        }
        byte[] body;
        try {
            body = request.getInputStream().readNBytes(maximum + 1);
        } catch (IOException e) {
            throw new Problem(ProblemCode.MALFORMED_REQUEST); // chunks that are none, or the rest did not come
        }
        if (body.length > maximum) {
            throw tooLarge(maximum);
        }
        return body;
    }

    private static void refuseCompressed(HttpServletRequest request) {
        String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw new Problem(ProblemCode.UNSUPPORTED_MEDIA_TYPE);
        }
    }

    private static boolean isMultipart(HttpServletRequest request) {
        return StringUtils.startsWithIgnoreCase(request.getContentType(), "multipart/");
    }

    private static Problem tooLarge(long limit) {
        return new Problem(ProblemCode.PAYLOAD_TOO_LARGE, Map.of("limitBytes", Long.toString(limit)));
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
