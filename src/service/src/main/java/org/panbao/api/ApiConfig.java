package org.panbao.api;

import jakarta.servlet.MultipartConfigElement;
import java.util.concurrent.Semaphore;
import org.panbao.access.Caller;
import org.panbao.access.CurrentCaller;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** What stands before the controllers: the limits of a body and of a query, and problem bodies for what Tomcat itself refuses. */
@Configuration(proxyBeanMethods = false)
class ApiConfig {

    /** After the security chain (order -100), before the request's transaction (order 0). */
    @Bean
    FilterRegistrationBean<RequestBodyFilter> requestBodyFilter(
            @Value("${panbao.http.max-body:2MB}") DataSize limit,
            UploadCalls uploads,
            MultipartConfigElement upload,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        var registration = new FilterRegistrationBean<>(new RequestBodyFilter(limit, uploads, upload, problems));
        registration.addUrlPatterns("/api/*");
        registration.setOrder(-10);
        return registration;
    }

    @Bean
    Semaphore placesForUploads(@Value("${panbao.import.parallel:2}") int parallel) {
        return new Semaphore(parallel);
    }

    /** After the parts are read, of a page by its security chain, so that a slow sender takes no place. */
    @Bean
    FilterRegistrationBean<UploadPlaces> uploadPlaces(
            Semaphore placesForUploads,
            UploadCalls uploads,
            CurrentCaller caller,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        var registration = new FilterRegistrationBean<>(new UploadPlaces(
                placesForUploads, uploads::isUpload, () -> caller.findCaller().map(Caller::organisationId), problems));
        registration.addUrlPatterns("/api/*", "/app/*");
        registration.setOrder(-5);
        return registration;
    }

    /** Outside Spring Boot's own valve, which finds nothing left to report. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> refusals(ProblemWriter writer, JsonMapper json) {
        return factory -> factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new RefusalValve(writer, json)));
    }

    @Bean
    WebMvcConfigurer queryParametersOfCalls(QueryParameters parameters) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(parameters).addPathPatterns("/api/v1/**");
            }
        };
    }
}
