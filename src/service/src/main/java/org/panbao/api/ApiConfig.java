package org.panbao.api;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** The body filter: after the security chain (order -100), before the request's transaction (order 0). */
@Configuration(proxyBeanMethods = false)
class ApiConfig {

    @Bean
    FilterRegistrationBean<RequestBodyFilter> requestBodyFilter(
            @Value("${panbao.http.max-body:2MB}") DataSize limit,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        var registration = new FilterRegistrationBean<>(new RequestBodyFilter(limit, problems));
        registration.addUrlPatterns("/api/*");
        registration.setOrder(-10);
        return registration;
    }
}
