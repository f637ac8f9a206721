package org.panbao.access.http;

import jakarta.servlet.MultipartConfigElement;
import java.time.Clock;
import java.time.Duration;
import org.panbao.access.Role;
import org.panbao.access.RoleMatrix;
import org.panbao.access.oauth.CallerFromToken;
import org.panbao.access.oauth.OwnTokens;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.preauth.AbstractPreAuthenticatedProcessingFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Three chains: our authorization server (when it is on), the interface with its tokens, and the few public pages.
 * What no rule allows is refused. Pages with a session add a chain of their own before {@link #PUBLIC_PAGES}.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfig {

    static final int AUTHORIZATION_SERVER = 10;
    static final int INTERFACE = 20;
    static final int PUBLIC_PAGES = 100;

    private static final String AUTHORIZE = "/oauth2/authorize";
    private static final String[] PUBLIC = {
        "/",
        "/v3/api-docs",
        "/v3/api-docs/**",
        "/v3/api-docs.yaml",
        "/problems",
        "/problems/*",
        "/schemas",
        "/schemas/*",
        "/error"
    };

    @Bean
    RoleMatrix roleMatrix() {
        return RoleMatrix.load();
    }

    @Bean
    CallMatcher callMatcher(RoleMatrix matrix) {
        return new CallMatcher(matrix);
    }

    @Bean
    SecurityProblems securityProblems(
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems,
            CallMatcher calls,
            MultipartConfigElement upload) {
        return new SecurityProblems(problems, calls, upload.getMaxFileSize());
    }

    /** Methods are left to the chains, which know what is allowed where; the rest of a request is held to its form. */
    @Bean
    HttpFirewall httpFirewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setUnsafeAllowAnyHttpMethod(true);
        return firewall;
    }

    @Bean
    FailedSignIns failedSignIns(
            Clock clock,
            @Value("${panbao.oauth2.failures:10}") int allowed,
            @Value("${panbao.oauth2.failures-window:PT1M}") Duration window) {
        return new FailedSignIns(clock, allowed, window);
    }

    @Bean
    @Order(AUTHORIZATION_SERVER)
    @Conditional(OwnTokens.class)
    SecurityFilterChain authorizationServer(
            HttpSecurity http, UserDetailsService users, FailedSignIns failed, SecurityProblems refusals) {
        OAuth2AuthorizationServerConfigurer server = new OAuth2AuthorizationServerConfigurer();
        UnknownClient unknown = new UnknownClient();
        return http.securityMatcher(server.getEndpointsMatcher())
                .with(server, tokens -> tokens.clientAuthentication(client -> client.errorResponseHandler(unknown)))
                .headers(SecurityConfig::nothingToShow)
                .addFilterBefore(
                        SignInLimitFilter.ofClients(failed, refusals), AbstractPreAuthenticatedProcessingFilter.class)
                .addFilterBefore(new UserSessionFilter(users, refusals), AbstractPreAuthenticatedProcessingFilter.class)
                .authorizeHttpRequests(calls -> calls.anyRequest().authenticated())
                .exceptionHandling(failures -> failures.defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint("/login"), signIn())
                        .defaultAuthenticationEntryPointFor(unknown, AnyRequestMatcher.INSTANCE))
                .build();
    }

    @Bean
    @Order(INTERFACE)
    SecurityFilterChain calls(
            HttpSecurity http, CallerFromToken caller, CallMatcher matcher, SecurityProblems refusals) {
        return http.securityMatcher("/api/**", "/actuator/**")
                .csrf(AbstractHttpConfigurer::disable) // no cookie is read here
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(SecurityConfig::nothingToShow)
                .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.jwtAuthenticationConverter(caller))
                        .authenticationEntryPoint(refusals)
                        .accessDeniedHandler(refusals))
                .exceptionHandling(
                        failures -> failures.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .authorizeHttpRequests(calls -> calls.requestMatchers("/actuator/health", "/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .hasRole(Role.ADMIN.name())
                        .requestMatchers("/api/v1/**")
                        .access(new MatrixAuthorization(matcher))
                        .anyRequest()
                        .denyAll())
                .build();
    }

    @Bean
    @Order(PUBLIC_PAGES)
    SecurityFilterChain publicPages(HttpSecurity http, SecurityProblems refusals) {
        return http.authorizeHttpRequests(calls ->
                        calls.requestMatchers(PUBLIC).permitAll().anyRequest().denyAll())
                .headers(SecurityConfig::nothingToShow)
                .requestCache(AbstractHttpConfigurer::disable)
                .exceptionHandling(failures -> failures.authenticationEntryPoint(
                                (request, response, reason) -> refusals.notFound(request, response))
                        .accessDeniedHandler((request, response, reason) -> refusals.notFound(request, response)))
                .build();
    }

    /** A person on the way to sign in: a browser at the authorization endpoint. */
    private static RequestMatcher signIn() {
        return new AndRequestMatcher(
                PathPatternRequestMatcher.pathPattern(AUTHORIZE), new MediaTypeRequestMatcher(MediaType.TEXT_HTML));
    }

    /** Besides Spring Security's own headers: answers are data, never a page that loads or frames something. */
    private static void nothingToShow(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy ->
                        policy.policyDirectives("default-src 'none'; style-src 'self'; frame-ancestors 'none'"))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER));
    }
}
