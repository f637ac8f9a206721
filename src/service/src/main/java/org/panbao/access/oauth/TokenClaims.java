package org.panbao.access.oauth;

import java.util.List;
import java.util.Map;
import org.panbao.access.Caller;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/** Writes organisation and role of the client, or of the user who signed in, into our access tokens. */
final class TokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

    static final String ORGANISATION = "organisation";
    static final String ORGANISATION_ID = "organisation_id";
    static final String ROLE = "role";
    static final String AUDIENCE = "panbao";

    @Override
    public void customize(JwtEncodingContext context) {
        if (!OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
            return;
        }
        context.getClaims().audience(List.of(AUDIENCE));
        Authentication principal = context.getPrincipal();
        if (principal != null && principal.getPrincipal() instanceof SignedInUser user) {
            Caller caller = user.caller();
            context.getClaims()
                    .claim(ORGANISATION, caller.organisationCode())
                    .claim(ORGANISATION_ID, caller.organisationId().toString())
                    .claim(ROLE, caller.role().slug());
        } else {
            Map<String, Object> client =
                    context.getRegisteredClient().getClientSettings().getSettings();
            List.of(ORGANISATION, ORGANISATION_ID, ROLE)
                    .forEach(name -> context.getClaims().claim(name, String.valueOf(client.get(name))));
        }
    }
}
