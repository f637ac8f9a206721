package org.panbao.access.oauth;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where a token says who is calling; settings below {@code panbao.oauth2.claims}. A dotted name leads into nested
 * claims, for example {@code realm_access.roles}. Of an external issuer's token only the organisation's code and the
 * role are read.
 */
@ConfigurationProperties("panbao.oauth2.claims")
record ClaimNames(
        @DefaultValue("organisation") String organisation,
        @DefaultValue("role") String role,
        @DefaultValue("sub") String actor) {}
