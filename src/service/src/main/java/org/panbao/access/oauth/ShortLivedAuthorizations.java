package org.panbao.access.oauth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.server.authorization.InMemoryOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/**
 * Remembers a sign-in between the login page and the exchange of its code, and no longer. Our tokens stand for
 * themselves, so nothing is remembered of those given to clients; memory stays bounded.
 */
final class ShortLivedAuthorizations implements OAuth2AuthorizationService {

    private static final Duration KEPT = Duration.ofMinutes(10);

    private final OAuth2AuthorizationService memory = new InMemoryOAuth2AuthorizationService();
    private final Queue<Saved> oldestFirst = new ConcurrentLinkedQueue<>();
    private final Clock clock;

    ShortLivedAuthorizations(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void save(OAuth2Authorization authorization) {
        forgetOld();
        if (!AuthorizationGrantType.CLIENT_CREDENTIALS.equals(authorization.getAuthorizationGrantType())) {
            memory.save(authorization);
            oldestFirst.add(new Saved(clock.instant(), authorization.getId()));
        }
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        memory.remove(authorization);
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return memory.findById(id);
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType tokenType) {
        return memory.findByToken(token, tokenType);
    }

    private void forgetOld() {
        Instant limit = clock.instant().minus(KEPT);
        for (Saved oldest = oldestFirst.peek(); oldest != null && oldest.at().isBefore(limit); ) {
            oldestFirst.poll();
            OAuth2Authorization authorization = memory.findById(oldest.id());
            if (authorization != null) {
                memory.remove(authorization);
            }
            oldest = oldestFirst.peek();
        }
    }

    private record Saved(Instant at, String id) {}
}
