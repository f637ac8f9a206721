package org.panbao.access.oauth;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.panbao.access.Caller;
import org.springframework.security.core.Authentication;

/** Who stands behind an authentication: the holder of an accepted token, or a user signed in to the pages. */
public final class CallerOf {

    private CallerOf() {}

    /** The caller; empty for anybody else, such as an anonymous one. */
    public static Optional<Caller> authentication(@Nullable Authentication authentication) {
        if (authentication instanceof CallerAuthentication accepted) {
            return Optional.of(accepted.caller());
        }
        return authentication != null && authentication.getPrincipal() instanceof SignedInUser user
                ? Optional.of(user.caller())
                : Optional.empty();
    }
}
