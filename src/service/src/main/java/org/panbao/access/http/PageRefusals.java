package org.panbao.access.http;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.panbao.access.SignInName;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CsrfException;

/**
 * What a person is told whom the chain of the pages does not let through. A form whose session has ended is not lost: the
 * page at {@link #REFUSED} keeps what was typed.
 */
final class PageRefusals implements AccessDeniedHandler, AuthenticationEntryPoint {

    static final String REFUSED = "/refused";

    private final SecurityProblems problems;
    private final AuthenticationEntryPoint signIn = new LoginUrlAuthenticationEntryPoint(PagesSecurityConfig.LOGIN);

    PageRefusals(SecurityProblems problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException, ServletException {
        if (request.getMethod().equals("POST")) {
            request.getRequestDispatcher(REFUSED).forward(request, response);
        } else {
            signIn.commence(request, response, reason);
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException, ServletException {
        String path = request.getRequestURI();
        if (!(reason instanceof CsrfException)) {
            problems.handle(request, response, reason);
        } else if (path.equals(PagesSecurityConfig.LOGIN)) {
            SignInName.keep(request);
            response.sendRedirect(PagesSecurityConfig.LOGIN + "?again");
        } else if (path.equals(PagesSecurityConfig.LOGOUT) && request.getUserPrincipal() == null) {
            response.sendRedirect(PagesSecurityConfig.LOGIN + "?out");
        } else {
            request.getRequestDispatcher(REFUSED).forward(request, response);
        }
    }
}
