package org.panbao.access.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.panbao.access.OwnPassword;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.www.BasicAuthenticationConverter;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses to check a secret or password after too many wrong ones for the same client or user from the same address.
 * The address is part of the name, so that nobody can lock others out.
 */
final class SignInLimitFilter extends OncePerRequestFilter {

    private static final BasicAuthenticationConverter BASIC = new BasicAuthenticationConverter();

    private final FailedSignIns failures;
    private final SecurityProblems refusals;
    private final Function<HttpServletRequest, String> claimedName;

    private SignInLimitFilter(
            FailedSignIns failures, SecurityProblems refusals, Function<HttpServletRequest, String> claimedName) {
        this.failures = failures;
        this.refusals = refusals;
        this.claimedName = claimedName;
    }

    static SignInLimitFilter ofClients(FailedSignIns failures, SecurityProblems refusals) {
        return new SignInLimitFilter(failures, refusals, SignInLimitFilter::client);
    }

    /** At the sign-in, and where a user changes the password, which asks for the present one. */
    static SignInLimitFilter ofUsers(FailedSignIns failures, SecurityProblems refusals) {
        return new SignInLimitFilter(failures, refusals, SignInLimitFilter::user);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !"POST".equals(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String name = request.getRemoteAddr() + " " + claimedName.apply(request);
        Optional<Duration> wait = failures.waitOf(name);
        if (wait.isPresent()) {
            refusals.tooMany(request, response, wait.get());
            return;
        }
        chain.doFilter(request, response);
        if (hasFailed(response) || request.getAttribute(OwnPassword.WRONG_ATTRIBUTE) != null) {
            failures.failed(name);
        }
    }

    /** A wrong secret is answered by 401, a wrong password by the login page again. */
    private static boolean hasFailed(HttpServletResponse response) {
        String location = response.getHeader(HttpHeaders.LOCATION);
        return response.getStatus() == HttpStatus.UNAUTHORIZED.value()
                || (location != null && location.endsWith("/login?error"));
    }

    /** As the authorization server reads it: by Basic, else by the form. */
    private static String client(HttpServletRequest request) {
        try {
            Authentication basic = BASIC.convert(request);
            return basic == null ? parameter(request, "client_id") : basic.getName();
        } catch (BadCredentialsException e) {
            return ""; // not readable as Basic
        }
    }

    /** Empty at the forms that take no password; those never fail in this way. */
    private static String user(HttpServletRequest request) {
        String path = request.getRequestURI();
        if (path.equals(PagesSecurityConfig.LOGIN)) {
            return parameter(request, "username");
        }
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        return path.equals(PagesSecurityConfig.OWN_PASSWORD) && signedIn != null ? signedIn.getName() : "";
    }

    private static String parameter(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value.strip();
    }
}
