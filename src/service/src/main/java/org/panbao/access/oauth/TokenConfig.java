package org.panbao.access.oauth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.panbao.access.DemoMode;
import org.panbao.access.store.IdentityStore;
import org.panbao.access.store.OrganisationStore;
import org.panbao.access.store.UserStore;
import org.panbao.storage.DataDirectory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/** Whose tokens are trusted: our own authorization server's, or with {@code panbao.oauth2.issuer-uri} that issuer's. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ClaimNames.class)
class TokenConfig {

    @Bean
    CallerFromToken callerFromToken(ClaimNames claims, OrganisationStore organisations) {
        return new CallerFromToken(claims, organisations::findRegistered);
    }

    /** An issuer of others; asked for its keys at the first token, so that it may start after us. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty("panbao.oauth2.issuer-uri")
    static class ExternalIssuer {

        @Bean
        JwtDecoder jwtDecoder(
                @Value("${panbao.oauth2.issuer-uri}") String issuer,
                @Value("${panbao.oauth2.audience:#{null}}") @Nullable String audience) {
            return new SupplierJwtDecoder(() -> {
                NimbusJwtDecoder decoder =
                        NimbusJwtDecoder.withIssuerLocation(issuer).build();
                OAuth2TokenValidator<Jwt> ofIssuer = JwtValidators.createDefaultWithIssuer(issuer);
                decoder.setJwtValidator(
                        audience == null
                                ? ofIssuer
                                : new DelegatingOAuth2TokenValidator<>(ofIssuer, forAudience(audience)));
                return decoder;
            });
        }
    }

    /** Our own authorization server. */
    @Configuration(proxyBeanMethods = false)
    @Conditional(OwnTokens.class)
    static class OwnServer {

        @Bean
        RSAKey signingKey(DataDirectory data) {
            return SigningKey.keptIn(data);
        }

        @Bean
        JWKSource<SecurityContext> jwkSource(RSAKey signingKey) {
            return new ImmutableJWKSet<>(new JWKSet(signingKey));
        }

        /** The key is ours alone, so a token it signed is ours, under whatever address it was asked for. */
        @Bean
        JwtDecoder jwtDecoder(RSAKey signingKey) throws JOSEException {
            NimbusJwtDecoder decoder =
                    NimbusJwtDecoder.withPublicKey(signingKey.toRSAPublicKey()).build();
            decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                    JwtValidators.createDefault(), forAudience(TokenClaims.AUDIENCE)));
            return decoder;
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> tokenClaims() {
            return new TokenClaims();
        }

        @Bean
        RegisteredClientRepository registeredClientRepository(
                IdentityStore identities,
                DemoMode demo,
                @Value("${panbao.oauth2.token-lifetime:PT15M}") Duration tokenLifetime,
                @Value("${panbao.oauth2.web-redirect-uris:http://127.0.0.1/login/callback}") List<String> redirects) {
            return new ClientRepository(identities, demo, tokenLifetime, redirects);
        }

        @Bean
        OAuth2AuthorizationService authorizationService(Clock clock) {
            return new ShortLivedAuthorizations(clock);
        }

        @Bean
        AuthorizationServerSettings authorizationServerSettings(
                @Value("${panbao.public-url:#{null}}") @Nullable String publicUrl) {
            AuthorizationServerSettings.Builder settings = AuthorizationServerSettings.builder();
            return publicUrl == null
                    ? settings.build()
                    : settings.issuer(publicUrl).build();
        }

        @Bean
        UserDetailsService usersWhoSignIn(IdentityStore identities, UserStore users, DemoMode demo) {
            return username -> identities
                    .findUser(username)
                    .filter(user -> demo.active() || !user.demo())
                    .map(user -> new SignedInUser(user, users.isPasswordInitial(username)))
                    .orElseThrow(() -> new UsernameNotFoundException("no such user"));
        }
    }

    private static OAuth2TokenValidator<Jwt> forAudience(String audience) {
        return new JwtClaimValidator<List<String>>(
                JwtClaimNames.AUD, named -> named != null && named.contains(audience));
    }
}
