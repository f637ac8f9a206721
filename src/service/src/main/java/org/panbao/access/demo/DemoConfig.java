package org.panbao.access.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.panbao.access.DemoMode;
import org.panbao.access.oauth.OwnTokens;
import org.panbao.access.oauth.Secrets;
import org.panbao.access.store.IdentityStore;
import org.panbao.access.store.OrganisationStore;
import org.panbao.base.Messages;
import org.panbao.startup.StartNotice;
import org.panbao.storage.DataDirectory;
import org.panbao.storage.TenantTransactions;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Demo data, or the first administrator: one of the two. */
@Configuration(proxyBeanMethods = false)
class DemoConfig {

    private static final Messages MESSAGES = Messages.of(DemoConfig.class, "access");

    @Bean
    DemoMode demoMode(Environment environment) {
        return DemoMode.from(environment);
    }

    /** Code and name of the operator's organisation, which the first migration makes. */
    @Bean
    FlywayConfigurationCustomizer operatorNames(Environment environment, DemoMode demo) {
        String code = environment.getProperty("panbao.operator.code", demo.active() ? "demo-operator" : "operator");
        String name = environment.getProperty("panbao.operator.name", code);
        return flyway -> {
            Map<String, String> placeholders = new HashMap<>(flyway.getPlaceholders());
            placeholders.put("operator_code", code.replace("'", "''"));
            placeholders.put("operator_name", name.replace("'", "''"));
            flyway.placeholders(placeholders);
        };
    }

    @Configuration(proxyBeanMethods = false)
    @Conditional({DemoOn.class, OwnTokens.class})
    static class WithDemo {

        @Bean
        DemoOrganisations demoOrganisations(OrganisationStore organisations) {
            return new DemoOrganisations(organisations);
        }

        @Bean
        DemoData demoData(
                DataDirectory data,
                TenantTransactions transactions,
                DemoOrganisations organisations,
                IdentityStore identities,
                Secrets secrets) {
            return new DemoData(data, transactions, organisations, identities, secrets);
        }

        @Bean
        @Order(20)
        StartNotice demoNotice(DemoData demo) {
            return () -> List.of(
                    MESSAGES.text("start.demo", Map.of("file", demo.file().toString())));
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Conditional({DemoOn.class, TokensOfOthers.class})
    static class WithDemoOrganisationsOnly {

        @Bean
        DemoWithoutCredentials demoWithoutCredentials(
                DataDirectory data, TenantTransactions transactions, OrganisationStore organisations) {
            return new DemoWithoutCredentials(data, transactions, new DemoOrganisations(organisations));
        }

        @Bean
        @Order(20)
        StartNotice noCredentialsNotice(@Value("${panbao.oauth2.issuer-uri}") String issuer) {
            return () -> List.of(MESSAGES.text("start.demo-no-credentials", Map.of("issuer", issuer)));
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Conditional(DemoOff.class)
    static class WithoutDemo {

        @Bean
        FirstAdministrator firstAdministrator(
                DataDirectory data,
                TenantTransactions transactions,
                OrganisationStore organisations,
                IdentityStore identities,
                Secrets secrets,
                @Value("${panbao.bootstrap.admin-secret:#{null}}") @Nullable String adminSecret) {
            return new FirstAdministrator(data, transactions, organisations, identities, secrets, adminSecret);
        }

        @Bean
        @Order(20)
        StartNotice administratorNotice(FirstAdministrator administrator, Environment environment) {
            boolean ownIssuer = environment.getProperty("panbao.oauth2.issuer-uri") == null;
            return () -> ownIssuer && administrator.isMissing()
                    ? List.of(MESSAGES.text("start.no-administrator"))
                    : List.of();
        }
    }

    static final class DemoOn implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return DemoMode.from(context.getEnvironment()).active();
        }
    }

    static final class TokensOfOthers extends NoneNestedConditions {

        TokensOfOthers() {
            super(ConfigurationPhase.PARSE_CONFIGURATION);
        }

        @Conditional(OwnTokens.class)
        static class Ours {}
    }

    static final class DemoOff implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !DemoMode.from(context.getEnvironment()).active();
        }
    }
}
