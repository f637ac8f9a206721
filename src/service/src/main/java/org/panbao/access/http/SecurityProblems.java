package org.panbao.access.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Refusals of the security chains as problems, like every other one. */
final class SecurityProblems implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final String API = "/api/";

    private final HandlerExceptionResolver problems;
    private final CallMatcher calls;
    private final long largestFile;

    /** {@code largestFile} in bytes is what a form may bring. */
    SecurityProblems(HandlerExceptionResolver problems, CallMatcher calls, long largestFile) {
        this.problems = problems;
        this.calls = calls;
        this.largestFile = largestFile;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason) {
        response.setHeader("WWW-Authenticate", "Bearer");
        report(request, response, ProblemCode.UNAUTHORIZED);
    }

    /** A place that the matrix does not know is not found, rather than forbidden: a mistyped address should say so. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason) {
        Set<String> methods = calls.methods(request);
        if (calls.roles(request).isPresent() || !isInMatrix(request.getRequestURI())) {
            report(request, response, ProblemCode.FORBIDDEN);
        } else if (methods.isEmpty()) {
            report(request, response, ProblemCode.NOT_FOUND);
        } else {
            response.setHeader("Allow", String.join(", ", methods));
            report(request, response, ProblemCode.METHOD_NOT_ALLOWED);
        }
    }

    private static boolean isInMatrix(String path) {
        return path.startsWith(API) || path.startsWith("/app");
    }

    /** The database is away. */
    void notReady(HttpServletRequest request, HttpServletResponse response) {
        report(request, response, ProblemCode.NOT_READY);
    }

    /** For pages outside the interface, where nobody can sign in: what is not public does not exist. */
    void notFound(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(PagesSecurityConfig.POLICY_HEADER, PagesSecurityConfig.POLICY); // a browser is shown a page
        report(request, response, ProblemCode.NOT_FOUND);
    }

    /** After too many failed sign-ins. */
    void tooMany(HttpServletRequest request, HttpServletResponse response, Duration wait) {
        response.setHeader("Retry-After", Long.toString(wait.toSeconds() + 1));
        report(request, response, ProblemCode.TOO_MANY_REQUESTS);
    }

    /** A form that the web server cannot read, or will not. */
    void unreadable(HttpServletRequest request, HttpServletResponse response, InvalidParameterException failure) {
        boolean tooLarge = failure.getErrorCode() == HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE;
        Problem problem = tooLarge
                ? new Problem(ProblemCode.PAYLOAD_TOO_LARGE, Map.of("limitBytes", Long.toString(largestFile)))
                : new Problem(ProblemCode.MALFORMED_REQUEST);
        problems.resolveException(request, response, null, problem);
    }

    private void report(HttpServletRequest request, HttpServletResponse response, ProblemCode code) {
        problems.resolveException(request, response, null, new Problem(code));
    }
}
