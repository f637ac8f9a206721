package org.panbao.access.demo;

import java.util.List;
import java.util.Map;
import org.panbao.access.oauth.Secrets;
import org.panbao.access.store.IdentityStore;
import org.panbao.access.store.OrganisationStore;
import org.panbao.base.Messages;
import org.panbao.startup.StartNotice;
import org.panbao.storage.DataDirectory;
import org.panbao.storage.TenantTransactions;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
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

    @Configuration(proxyBeanMethods = false)
    @Conditional(DemoOn.class)
    static class WithDemo {

        @Bean
        DemoData demoData(
                DataDirectory data,
                TenantTransactions transactions,
                OrganisationStore organisations,
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
    @Conditional(DemoOff.class)
    @EnableConfigurationProperties(FirstAdministrator.Settings.class)
    static class WithoutDemo {

        @Bean
        FirstAdministrator firstAdministrator(
                DataDirectory data,
                TenantTransactions transactions,
                OrganisationStore organisations,
                IdentityStore identities,
                Secrets secrets,
                FirstAdministrator.Settings settings) {
            return new FirstAdministrator(data, transactions, organisations, identities, secrets, settings);
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

    static final class DemoOff implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !DemoMode.from(context.getEnvironment()).active();
        }
    }
}
