package org.panbao.access.oauth;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.panbao.access.Caller;
import org.panbao.access.Role;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/**
 * Reads the caller from an accepted token. The organisation is looked up by its code: an issuer of others knows no ids
 * of ours, and a code that is not registered here is no caller.
 */
public final class CallerFromToken implements Converter<Jwt, AbstractAuthenticationToken> {

    private final ClaimNames claims;
    private final Function<String, Optional<UUID>> organisations;
    private final Map<String, UUID> idsByCode = new ConcurrentHashMap<>(); // an organisation keeps its code

    CallerFromToken(ClaimNames claims, Function<String, Optional<UUID>> organisations) {
        this.claims = claims;
        this.organisations = organisations;
    }

    @Override
    public AbstractAuthenticationToken convert(Jwt token) {
        String code = text(token, claims.organisation());
        Caller caller = new Caller(organisationId(code), code, role(token), text(token, claims.actor()));
        return new CallerAuthentication(caller, token);
    }

    private UUID organisationId(String code) {
        UUID known = idsByCode.get(code);
        if (known != null) {
            return known;
        }
        UUID found = organisations
                .apply(code)
                .orElseThrow(() -> new InvalidBearerTokenException("the token's organisation is not registered"));
        idsByCode.put(code, found);
        return found;
    }

    /** The one role of ours among the claim's values; an issuer may give many others. */
    private Role role(Jwt token) {
        Object value = claim(token, claims.role());
        Collection<?> values = value instanceof Collection<?> many ? many : Arrays.asList(value);
        List<Role> roles = values.stream()
                .flatMap(name -> Role.find(String.valueOf(name)).stream())
                .distinct()
                .toList();
        if (roles.size() != 1) {
            throw new InvalidBearerTokenException("the token must name exactly one role");
        }
        return roles.get(0);
    }

    private static String text(Jwt token, String name) {
        Object value = claim(token, name);
        if (!(value instanceof String text) || text.isBlank()) {
            throw new InvalidBearerTokenException("the token has no claim " + name);
        }
        return text;
    }

    private static @Nullable Object claim(Jwt token, String name) {
        Object value = token.getClaims();
        for (String step : name.split("\\.", -1)) {
            value = value instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return value;
    }
}
