package org.panbao.access.oauth;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.panbao.access.Caller;
import org.panbao.access.Role;
import org.panbao.access.store.OrganisationStore.Registered;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/**
 * Reads the caller from an accepted token. The organisation is looked up by its code: an issuer of others knows no ids
 * of ours, and a code that is not registered here is no caller. Nor is
 * one whose role an organisation of its kind cannot have.
 */
public final class CallerFromToken implements Converter<Jwt, AbstractAuthenticationToken> {

    private final ClaimNames claims;
    private final Function<String, Optional<Registered>> organisations;
    private final Map<String, Registered> byCode = new ConcurrentHashMap<>(); // an organisation keeps code and kind

    CallerFromToken(ClaimNames claims, Function<String, Optional<Registered>> organisations) {
        this.claims = claims;
        this.organisations = organisations;
    }

    @Override
    public AbstractAuthenticationToken convert(Jwt token) {
        String code = text(token, claims.organisation());
        Registered organisation = organisation(code);
        Role role = role(token);
        if (!organisation.kind().roles().contains(role)) {
            throw new InvalidBearerTokenException("the token's organisation cannot have this role");
        }
        Caller caller = new Caller(organisation.id(), code, role, text(token, claims.actor()));
        return new CallerAuthentication(caller, token);
    }

    private Registered organisation(String code) {
        Registered known = byCode.get(code);
        if (known != null) {
            return known;
        }
        Registered found = organisations
                .apply(code)
                .orElseThrow(() -> new InvalidBearerTokenException("the token's organisation is not registered"));
        byCode.put(code, found);
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
