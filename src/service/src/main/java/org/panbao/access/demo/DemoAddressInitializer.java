package org.panbao.access.demo;

import java.util.Map;
import org.panbao.access.DemoMode;
import org.panbao.startup.StartRefused;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** While demo credentials are active nobody outside this machine may reach the service. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class DemoAddressInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String LOOPBACK = "127.0.0.1";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        if (!DemoMode.from(environment).active()) {
            return;
        }
        pin("server.address", environment);
        if (environment.containsProperty("management.server.port")) {
            pin("management.server.address", environment);
        }
    }

    private static void pin(String property, ConfigurableEnvironment environment) {
        String address = environment.getProperty(property, LOOPBACK);
        if (!address.equals(LOOPBACK)) {
            throw new StartRefused("demo-address", Map.of("property", property, "address", address));
        }
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("demo " + property, Map.of(property, LOOPBACK)));
    }
}
