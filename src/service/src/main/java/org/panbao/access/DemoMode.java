package org.panbao.access;

import org.springframework.core.env.Environment;

/** Whether demo organisations and their credentials are active: by {@code panbao.demo}, else by having no configuration. */
public record DemoMode(boolean active) {

    /** Demo is on unless a database or an issuer of tokens is configured, or {@code panbao.demo} says otherwise. */
    public static DemoMode from(Environment environment) {
        boolean unconfigured = environment.getProperty("spring.datasource.url") == null
                && environment.getProperty("panbao.oauth2.issuer-uri") == null;
        return new DemoMode(environment.getProperty("panbao.demo", Boolean.class, unconfigured));
    }
}
