package org.panbao.access.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.panbao.startup.StartRefused;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.mock.env.MockEnvironment;

class DemoAddressInitializerTest {

    private final MockEnvironment environment = new MockEnvironment();

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "::1", "localhost", "panbao.example", "192.0.2.1", "127.0.0.2", ""})
    void refusesEveryAddressButOne(String address) {
        environment.setProperty("server.address", address);

        assertThatThrownBy(this::initialize).isInstanceOf(StartRefused.class);
    }

    @Test
    void refusesAnotherAddressForTheManagementPort() {
        environment.setProperty("management.server.port", "9090");
        environment.setProperty("management.server.address", "0.0.0.0");

        assertThatThrownBy(this::initialize).isInstanceOf(StartRefused.class);
    }

    @Test
    void listensOnTheLoopbackAddressUnlessToldOtherwise() {
        environment.setProperty("management.server.port", "9090");
        initialize();

        assertThat(environment.getProperty("server.address")).isEqualTo("127.0.0.1");
        assertThat(environment.getProperty("management.server.address")).isEqualTo("127.0.0.1");
    }

    @Test
    void leavesTheAddressAloneWithoutDemoCredentials() {
        environment.setProperty("panbao.demo", "false");
        environment.setProperty("server.address", "0.0.0.0");
        initialize();

        assertThat(environment.getProperty("server.address")).isEqualTo("0.0.0.0");
        assertThat(environment.getProperty("management.server.address")).isNull();
    }

    private void initialize() {
        StaticApplicationContext context = new StaticApplicationContext();
        context.setEnvironment(environment);
        new DemoAddressInitializer().initialize(context);
    }
}
