package org.panbao.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Says that a form, or the file in it, cannot be read or is too large. The security chain of the pages is the first to
 * read a form, for its token, so this stands before it.
 */
final class UnreadableFormFilter extends OncePerRequestFilter {

    private final long largestFile;
    private final HandlerExceptionResolver problems;

    UnreadableFormFilter(long largestFile, HandlerExceptionResolver problems) {
        this.largestFile = largestFile;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (InvalidParameterException e) {
            problems.resolveException(request, response, null, problem(e));
        }
    }

    private Problem problem(InvalidParameterException failure) {
        return failure.getErrorCode() == HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE
                ? new Problem(ProblemCode.PAYLOAD_TOO_LARGE, Map.of("limitBytes", Long.toString(largestFile)))
                : new Problem(ProblemCode.MALFORMED_REQUEST);
    }
}
