package org.panbao.access.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.panbao.access.oauth.SignedInUser;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Asks at every request whether the user may still be signed in: a session ends when its user is disabled or has another
 * password, whichever process did that. A user with a password that was given to him is led to where he changes it.
 */
final class UserSessionFilter extends OncePerRequestFilter {

    private final UserDetailsService users;
    private final SecurityProblems refusals;
    private final SecurityContextLogoutHandler end = new SecurityContextLogoutHandler();

    UserSessionFilter(UserDetailsService users, SecurityProblems refusals) {
        this.users = users;
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (signedIn != null && signedIn.getPrincipal() instanceof SignedInUser user) {
            try {
                if (!isStillSignedIn(user)) {
                    end.logout(request, response, signedIn);
                } else if (user.isPasswordInitial() && !mayOpenFirst(request.getRequestURI())) {
                    response.sendRedirect(PagesSecurityConfig.OWN_PASSWORD);
                    return;
                }
            } catch (DataAccessException e) {
                refusals.notReady(request, response);
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private boolean isStillSignedIn(SignedInUser user) {
        try {
            return users.loadUserByUsername(user.getUsername()) instanceof SignedInUser now && now.hasPasswordOf(user);
        } catch (UsernameNotFoundException e) {
            return false;
        }
    }

    private static boolean mayOpenFirst(String path) {
        boolean page = path.equals("/app") || path.startsWith("/app/") || path.startsWith("/oauth2/");
        return !page || path.equals(PagesSecurityConfig.OWN_PASSWORD);
    }
}
