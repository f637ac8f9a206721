package org.panbao.api;

import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.OAuthFlow;
import io.swagger.v3.oas.models.security.OAuthFlows;
import io.swagger.v3.oas.models.security.Scopes;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Optional;
import org.panbao.access.RoleMatrix;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The description at {@code /v3/api-docs}: controllers annotate their successes, the rest is added here. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfig {

    static final String SECURITY_SCHEME = "oauth2";

    @Bean
    OpenAPI description(Environment environment, ObjectProvider<BuildProperties> build) {
        String version = Optional.ofNullable(build.getIfAvailable())
                .map(BuildProperties::getVersion)
                .orElse("development");
        OpenAPI description = new OpenAPI()
                .info(new Info()
                        .title("Panbao")
                        .version(version)
                        .description(
                                "Underwriting and risk scoring for cyber insurance. Money is text in yuan, dates are "
                                        + "ISO 8601, errors are RFC 9457 problems in Chinese and English."));
        description.schemaRequirement(SECURITY_SCHEME, securityScheme(environment));
        return description;
    }

    @Bean
    OpenApiCustomizer commonAnswers(RoleMatrix matrix, ProblemExamples examples) {
        return new CommonAnswers(matrix, examples);
    }

    @Bean
    ModelConverter nullMarkedSchemas() {
        return new NullMarkedSchemas();
    }

    private static SecurityScheme securityScheme(Environment environment) {
        String issuer = environment.getProperty("panbao.oauth2.issuer-uri");
        if (issuer != null) {
            return new SecurityScheme()
                    .type(SecurityScheme.Type.OPENIDCONNECT)
                    .openIdConnectUrl(issuer + "/.well-known/openid-configuration");
        }
        String address = environment.getProperty("panbao.public-url", "");
        return new SecurityScheme()
                .type(SecurityScheme.Type.OAUTH2)
                .description("Client credentials with HTTP Basic for programs; authorization code with PKCE for people")
                .flows(new OAuthFlows()
                        .clientCredentials(new OAuthFlow()
                                .tokenUrl(address + "/oauth2/token")
                                .scopes(new Scopes()))
                        .authorizationCode(new OAuthFlow()
                                .authorizationUrl(address + "/oauth2/authorize")
                                .tokenUrl(address + "/oauth2/token")
                                .scopes(new Scopes())));
    }
}
