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

    private static final String ADDRESS = "server.address";
    private static final String LOOPBACK = "127.0.0.1";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        if (!DemoMode.from(environment).active()) {
            return;
        }
        String address = environment.getProperty(ADDRESS, LOOPBACK);
        if (!address.equals(LOOPBACK)) {
            throw new StartRefused("demo-address", Map.of("address", address));
        }
        environment.getPropertySources().addFirst(new MapPropertySource("demo-address", Map.of(ADDRESS, LOOPBACK)));
    }
}
