package org.panbao.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Lets a few uploads be worked on at once, one of each organisation, after their bytes have come and before they take a
 * database connection, which each holds until its file is read. One too many is told to come again.
 */
final class UploadPlaces extends OncePerRequestFilter {

    private static final String RETRY_SECONDS = "5";

    private final Semaphore places;
    private final Set<Object> taken = ConcurrentHashMap.newKeySet();
    private final Predicate<HttpServletRequest> isUpload;
    private final Supplier<?> organisation;
    private final HandlerExceptionResolver problems;

    /** {@code organisation} is the one that calls. */
    UploadPlaces(
            Semaphore places,
            Predicate<HttpServletRequest> isUpload,
            Supplier<?> organisation,
            HandlerExceptionResolver problems) {
        this.places = places;
        this.isUpload = isUpload;
        this.organisation = organisation;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !isUpload.test(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Object sender = organisation.get();
        if (!taken.add(sender)) {
            refuse(request, response);
            return;
        }
        try {
            if (!places.tryAcquire()) {
                refuse(request, response);
                return;
            }
            try {
                chain.doFilter(request, response);
            } finally {
                places.release();
            }
        } finally {
            taken.remove(sender);
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(ResponseHeaders.RETRY_AFTER, RETRY_SECONDS);
        problems.resolveException(request, response, null, new Problem(ProblemCode.SERVICE_BUSY));
    }
}
