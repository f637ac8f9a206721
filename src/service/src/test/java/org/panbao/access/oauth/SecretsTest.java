package org.panbao.access.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecretsTest {

    private final Secrets secrets = new Secrets();

    @Test
    void acceptsTheSecretThatWasHashed() {
        assertThat(secrets.matches("secret", secrets.hashGenerated("secret"))).isTrue();
        assertThat(secrets.matches("secret", secrets.hashChosen("secret"))).isTrue();
    }

    @Test
    void refusesAnother() {
        assertThat(secrets.matches("other", secrets.hashGenerated("secret"))).isFalse();
        assertThat(secrets.matches("other", secrets.hashChosen("secret"))).isFalse();
        assertThat(secrets.matches("secret", "secret")).isFalse();
        assertThat(secrets.matches(null, secrets.hashGenerated("secret"))).isFalse();
    }

    @Test
    void makesSecretsOf192Bits() {
        // 24 bytes in base64 without padding are 32 characters
        assertThat(secrets.random()).hasSize(32).isNotEqualTo(secrets.random());
    }
}
