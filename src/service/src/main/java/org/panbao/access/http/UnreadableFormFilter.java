package org.panbao.access.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
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
            requireNoNul(request);
            chain.doFilter(request, response);
        } catch (InvalidParameterException e) {
            refusals.unreadable(request, response, e);
        }
    }

    /** A character that no keyboard types and no database takes. */
    private static void requireNoNul(HttpServletRequest request) {
        for (Map.Entry<String, String[]> field : request.getParameterMap().entrySet()) {
            if (hasNul(field.getKey()) || Arrays.stream(field.getValue()).anyMatch(UnreadableFormFilter::hasNul)) {
                throw new InvalidParameterException("NUL in a field");
            }
        }
    }

    private static boolean hasNul(String text) {
        return text.indexOf('\0') >= 0;
    }
}
