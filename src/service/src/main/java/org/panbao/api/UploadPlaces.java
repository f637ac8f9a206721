package org.panbao.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Lets a few uploads be worked on at once, after their bytes have come and before they take a database connection, which
 * each holds until its file is read. One too many is told to come again.
 */
final class UploadPlaces extends OncePerRequestFilter {

    private static final String RETRY_SECONDS = "5";

    private final Semaphore places;
    private final Predicate<HttpServletRequest> isUpload;
    private final HandlerExceptionResolver problems;

    UploadPlaces(Semaphore places, Predicate<HttpServletRequest> isUpload, HandlerExceptionResolver problems) {
        this.places = places;
        this.isUpload = isUpload;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !isUpload.test(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!places.tryAcquire()) {
            response.setHeader(ResponseHeaders.RETRY_AFTER, RETRY_SECONDS);
            problems.resolveException(request, response, null, new Problem(ProblemCode.SERVICE_BUSY));
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            places.release();
        }
    }
}
