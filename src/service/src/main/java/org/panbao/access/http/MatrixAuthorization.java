package org.panbao.access.http;

import java.util.function.Supplier;
import org.panbao.access.oauth.CallerOf;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** Lets a call through when its row in the matrix names the caller's role; a call without a row is refused. */
final class MatrixAuthorization implements AuthorizationManager<RequestAuthorizationContext> {

    private final CallMatcher calls;

    MatrixAuthorization(CallMatcher calls) {
        this.calls = calls;
    }

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends Authentication> authentication, RequestAuthorizationContext context) {
        boolean allowed = CallerOf.authentication(authentication.get())
                .flatMap(caller -> calls.roles(context.getRequest()).filter(roles -> roles.contains(caller.role())))
                .isPresent();
        return new AuthorizationDecision(allowed);
    }
}
