package org.panbao.access.oauth;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.panbao.access.DemoMode;
import org.panbao.access.store.Identity;
import org.panbao.access.store.IdentityStore;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** Clients of our own table, and the public client of the web pages. */
final class ClientRepository implements RegisteredClientRepository {

    static final String WEB_CLIENT = "panbao-web";

    private final IdentityStore identities;
    private final DemoMode demo;
    private final Duration tokenLifetime;
    private final RegisteredClient webClient;

    ClientRepository(IdentityStore identities, DemoMode demo, Duration tokenLifetime, List<String> webRedirects) {
        this.identities = identities;
        this.demo = demo;
        this.tokenLifetime = tokenLifetime;
        this.webClient = RegisteredClient.withId(WEB_CLIENT)
                .clientId(WEB_CLIENT)
                .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUris(uris -> uris.addAll(webRedirects))
                .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                .tokenSettings(tokenSettings())
                .build();
    }

    /** Called by nobody: the authorization server registers no clients, {@code /api/v1/clients} does. */
    @Override
    public void save(RegisteredClient registeredClient) {
        throw new IllegalStateException("clients are made through /api/v1/clients");
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id); // the client id serves as the id
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        if (clientId.equals(WEB_CLIENT)) {
            return webClient;
        }
        return identities
                .findClient(clientId)
                .filter(client -> demo.active() || !client.demo())
                .map(this::registered)
                .orElse(null);
    }

    private RegisteredClient registered(Identity client) {
        return RegisteredClient.withId(client.name())
                .clientId(client.name())
                .clientSecret(client.secretHash())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .clientSettings(ClientSettings.builder()
                        .setting(TokenClaims.ORGANISATION, client.organisationCode())
                        .setting(
                                TokenClaims.ORGANISATION_ID,
                                client.organisationId().toString())
                        .setting(TokenClaims.ROLE, client.role().slug())
                        .build())
                .tokenSettings(tokenSettings())
                .build();
    }

    private TokenSettings tokenSettings() {
        return TokenSettings.builder().accessTokenTimeToLive(tokenLifetime).build();
    }
}
