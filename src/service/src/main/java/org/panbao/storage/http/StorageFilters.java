package org.panbao.storage.http;

import java.time.Clock;
import java.time.Duration;
import org.panbao.storage.CurrentTenant;
import org.panbao.storage.TenantTransactions;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * The filters inside the security chain (order -100): a transaction for calls and pages, then idempotency of calls. */
@Configuration(proxyBeanMethods = false)
class StorageFilters {

    static final String CALLS = "/api/v1/*";
    static final String PAGES = "/app/*";

    @Bean
    FilterRegistrationBean<TenantTransactionFilter> tenantTransactionFilter(
            TenantTransactions transactions,
            CurrentTenant tenant,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        var registration = new FilterRegistrationBean<>(new TenantTransactionFilter(transactions, tenant, problems));
        registration.addUrlPatterns(CALLS, PAGES);
        registration.setOrder(0);
        return registration;
    }

    @Bean
    FilterRegistrationBean<IdempotencyFilter> idempotencyFilter(
            JdbcClient jdbc,
            CurrentTenant tenant,
            Clock clock,
            @Value("${panbao.idempotency.retention:PT24H}") Duration retention) {
        var registration = new FilterRegistrationBean<>(
                new IdempotencyFilter(new IdempotencyStore(jdbc, clock, retention), tenant));
        registration.addUrlPatterns(CALLS);
        registration.setOrder(10);
        return registration;
    }
}
