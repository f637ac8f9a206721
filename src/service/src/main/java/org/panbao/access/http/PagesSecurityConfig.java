package org.panbao.access.http;

import org.panbao.access.oauth.OwnTokens;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * The pages: users of our own sign in with a form and keep a session; what a role may open stands in the same matrix as
 * the calls. Nothing is loaded from another host and no script or style stands in a page.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(OwnTokens.class)
class PagesSecurityConfig {

    static final int PAGES = 50;

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Bean
    @Order(PAGES)
    SecurityFilterChain pages(HttpSecurity http, CallMatcher calls, SecurityProblems refusals, FailedSignIns failed) {
        return http.securityMatcher("/app/**", "/login", "/logout", "/refused", "/assets/**", "/webjars/**")
                .authorizeHttpRequests(pages -> pages.requestMatchers("/app/**")
                        .access(new MatrixAuthorization(calls))
                        .anyRequest()
                        .permitAll())
                .formLogin(form -> form.loginPage("/login").defaultSuccessUrl("/app"))
                .addFilterBefore(new UnreadableFormFilter(refusals), CsrfFilter.class)
                .addFilterBefore(
                        SignInLimitFilter.ofUsers(failed, refusals), UsernamePasswordAuthenticationFilter.class)
                .logout(logout -> logout.logoutSuccessUrl("/login?out"))
                .exceptionHandling(failures -> failures.accessDeniedPage("/refused"))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)))
                .build();
    }
}
