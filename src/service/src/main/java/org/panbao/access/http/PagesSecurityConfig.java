package org.panbao.access.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.panbao.access.SignInName;
import org.panbao.access.oauth.OwnTokens;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
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

    static final String LOGIN = "/login";
    static final String LOGOUT = "/logout";
    static final String OWN_PASSWORD = "/app/password";

    static final String POLICY_HEADER = "Content-Security-Policy";

    static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
            + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Bean
    @Order(PAGES)
    SecurityFilterChain pages(HttpSecurity http, CallMatcher calls, UserDetailsService users, PageGuards guards) {
        PageRefusals refusals = new PageRefusals(guards.refusals());
        return http.securityMatcher("/app/**", LOGIN, LOGOUT, PageRefusals.REFUSED, "/assets/**", "/webjars/**")
                .authorizeHttpRequests(pages -> pages.requestMatchers("/app/**")
                        .access(new MatrixAuthorization(calls))
                        .anyRequest()
                        .permitAll())
                .formLogin(form -> form.loginPage(LOGIN)
                        .defaultSuccessUrl("/app")
                        .failureHandler(PagesSecurityConfig::signInAgain))
                .addFilterBefore(new UnreadableFormFilter(guards.refusals()), CsrfFilter.class)
                .addFilterBefore(
                        SignInLimitFilter.ofUsers(guards.failed(), guards.refusals()),
                        UsernamePasswordAuthenticationFilter.class)
                .addFilterBefore(new UserSessionFilter(users, guards.refusals()), AuthorizationFilter.class)
                .logout(logout -> logout.logoutSuccessUrl(LOGIN + "?out"))
                .exceptionHandling(
                        failures -> failures.accessDeniedHandler(refusals).authenticationEntryPoint(refusals))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)))
                .build();
    }

    @Bean
    PageGuards pageGuards(FailedSignIns failed, SecurityProblems refusals) {
        return new PageGuards(failed, refusals);
    }

    /** What stands between the pages and who is not to open them. */
    record PageGuards(FailedSignIns failed, SecurityProblems refusals) {}

    private static void signInAgain(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        SignInName.keep(request);
        response.sendRedirect(LOGIN + "?error");
    }
}
