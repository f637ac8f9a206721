package org.panbao.access.oauth;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Holds while this service gives out its own tokens: no {@code panbao.oauth2.issuer-uri} is set. */
public final class OwnTokens implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return context.getEnvironment().getProperty("panbao.oauth2.issuer-uri") == null;
    }
}
