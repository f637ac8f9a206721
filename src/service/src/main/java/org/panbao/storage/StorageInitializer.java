package org.panbao.storage;

import java.nio.file.Path;
import org.panbao.storage.postgres.EmbeddedPostgres;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.Environment;

/**
 * Takes the data directory and starts the embedded PostgreSQL before any bean is made, so that the server comes up
 * while Spring is still reading its configuration and rules are compiled.
 */
final class StorageInitializer implements ApplicationContextInitializer<GenericApplicationContext> {

    @Override
    public void initialize(GenericApplicationContext context) {
        Environment environment = context.getEnvironment();
        DataDirectory data = DataDirectory.open(Path.of(environment.getProperty("panbao.data-dir", "./data")));
        DatabaseServer server = server(environment, data);
        // Spring closes both beans after the connection pool that uses them; the handler is for a start that fails
        // before they are beans. Closing twice does nothing.
        context.registerBean(DataDirectory.class, () -> data);
        context.registerBean(
                DatabaseServer.class,
                () -> server,
                definition -> definition.setDependsOn(DataDirectory.class.getName()));
        SpringApplication.getShutdownHandlers().add(() -> {
            server.close();
            data.close();
        });
    }

    private static DatabaseServer server(Environment environment, DataDirectory data) {
        if (environment.getProperty("spring.datasource.url") == null) {
            return EmbeddedPostgres.start(data);
        }
        return ConfiguredDatabase.from(environment);
    }
}
