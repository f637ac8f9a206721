package org.panbao.access.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.panbao.access.Caller;
import org.panbao.access.OrganisationKind;
import org.panbao.access.Role;
import org.panbao.access.store.OrganisationStore.Registered;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/** Tokens as issuers of others write them. */
class CallerFromTokenTest {

    private static final UUID INSURER = UUID.fromString("00000000-0000-4000-8000-000000000001");

    private final CallerFromToken callers = new CallerFromToken(
            new ClaimNames("tenant.code", "realm_access.roles", "preferred_username"),
            code -> code.equals("insurer-1")
                    ? Optional.of(new Registered(INSURER, OrganisationKind.INSURER))
                    : Optional.empty());

    @Test
    void readsNestedClaimsAndPicksOurRoleAmongOthers() {
        Jwt token = token("insurer-1", List.of("offline_access", "underwriter-senior"));

        assertThat(callers.convert(token).getPrincipal())
                .isEqualTo(new Caller(INSURER, "insurer-1", Role.UNDERWRITER_SENIOR, "wang"));
    }

    @Test
    void refusesAnOrganisationThatIsNotRegistered() {
        assertThatThrownBy(() -> callers.convert(token("stranger", List.of("insurer"))))
                .isInstanceOf(InvalidBearerTokenException.class);
    }

    @Test
    void refusesNoRoleAndTwoRoles() {
        assertThatThrownBy(() -> callers.convert(token("insurer-1", List.of("offline_access"))))
                .isInstanceOf(InvalidBearerTokenException.class);
        assertThatThrownBy(() -> callers.convert(token("insurer-1", List.of("insurer", "admin"))))
                .isInstanceOf(InvalidBearerTokenException.class);
    }

    @Test
    void refusesARoleThatTheOrganisationCannotHave() {
        assertThatThrownBy(() -> callers.convert(token("insurer-1", List.of("admin"))))
                .isInstanceOf(InvalidBearerTokenException.class);
        assertThatThrownBy(() -> callers.convert(token("insurer-1", List.of("vendor"))))
                .isInstanceOf(InvalidBearerTokenException.class);
    }

    @Test
    void refusesATokenWithoutTheClaims() {
        Jwt token = Jwt.withTokenValue("t").header("alg", "none").subject("x").build();

        assertThatThrownBy(() -> callers.convert(token)).isInstanceOf(InvalidBearerTokenException.class);
    }

    private static Jwt token(String organisation, List<String> roles) {
        return Jwt.withTokenValue("t")
                .header("alg", "none")
                .claim("tenant", Map.of("code", organisation))
                .claim("realm_access", Map.of("roles", roles))
                .claim("preferred_username", "wang")
                .build();
    }
}
