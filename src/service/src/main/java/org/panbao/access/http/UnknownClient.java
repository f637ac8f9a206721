package org.panbao.access.http;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2ErrorAuthenticationFailureHandler;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/**
 * Refuses a client that says nothing about itself, or the wrong thing, as RFC 6749 §5.2 wants it: 401, the error as JSON,
 * and how to authenticate.
 */
final class UnknownClient implements AuthenticationEntryPoint, AuthenticationFailureHandler {

    private static final byte[] BODY =
            ("{\"error\":\"" + OAuth2ErrorCodes.INVALID_CLIENT + "\"}").getBytes(StandardCharsets.UTF_8);

    private final AuthenticationFailureHandler otherErrors = new OAuth2ErrorAuthenticationFailureHandler();

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        response.setStatus(HttpStatus.UNAUTHORIZED.value());
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"panbao\"");
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getOutputStream().write(BODY);
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException, ServletException {
        boolean unknown = reason instanceof OAuth2AuthenticationException failure
                && OAuth2ErrorCodes.INVALID_CLIENT.equals(failure.getError().getErrorCode());
        if (unknown) {
            commence(request, response, reason);
        } else {
            otherErrors.onAuthenticationFailure(request, response, reason);
        }
    }
}
