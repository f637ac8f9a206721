package org.panbao.access.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Says that a form, or the file in it, cannot be read or is too large. The chain of the pages is the first to read a
 * form, for its token; this stands right before, where it is known who has signed in.
 */
final class UnreadableFormFilter extends OncePerRequestFilter {

    private final SecurityProblems refusals;

    UnreadableFormFilter(SecurityProblems refusals) {
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (InvalidParameterException e) {
            refusals.unreadable(request, response, e);
        }
    }
}
