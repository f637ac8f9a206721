package org.panbao.storage;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.panbao.base.Messages;
import org.panbao.startup.StartNotice;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Connections of the two database roles: a pool for the application, single connections for migrations. */
@Configuration(proxyBeanMethods = false)
class StorageConfig {

    /** PostgreSQL keeps microseconds. */
    private static final Duration TICK = Duration.of(1, ChronoUnit.MICROS);

    /**
     * The only clock of the service: what is printed and compared as a date is a day in China. It is as fine as the
     * database, so that a moment is answered as it is stored.
     */
    @Bean
    Clock clock() {
        return Clock.tick(Clock.system(ZoneId.of("Asia/Shanghai")), TICK);
    }

    @Bean
    @ConfigurationProperties("spring.datasource.hikari")
    HikariDataSource dataSource(DatabaseServer server) {
        DatabaseAccess access = server.access();
        HikariDataSource pool = new HikariDataSource();
        pool.setPoolName("application");
        pool.setJdbcUrl(access.url());
        pool.setUsername(access.application().username());
        pool.setPassword(access.application().password());
        return pool;
    }

    @Bean(defaultCandidate = false)
    @FlywayDataSource
    DataSource ownerDataSource(DatabaseServer server) {
        DatabaseAccess access = server.access();
        PGSimpleDataSource owner = new PGSimpleDataSource();
        owner.setUrl(access.url());
        owner.setUser(access.owner().username());
        owner.setPassword(access.owner().password());
        return owner;
    }

    /** Migrations grant to the application's role by the placeholder {@code ${app}}. */
    @Bean
    FlywayConfigurationCustomizer applicationRole(DatabaseServer server) {
        return flyway -> {
            Map<String, String> placeholders = new HashMap<>(flyway.getPlaceholders());
            placeholders.put("app", server.access().application().username());
            flyway.placeholders(placeholders);
        };
    }

    @Bean
    @Order(10)
    StartNotice dataDirectoryNotice(DataDirectory data) {
        Messages messages = Messages.of(StorageConfig.class, "storage");
        return () ->
                List.of(messages.text("start.data", Map.of("folder", data.root().toString())));
    }

    @Bean(destroyMethod = "close")
    SeparateConnections separateConnections(DatabaseServer server) {
        return new SeparateConnections(server.access());
    }
}
