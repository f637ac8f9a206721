package org.panbao.storage;

import java.util.Map;
import org.panbao.startup.StartRefused;
import org.springframework.core.env.Environment;

/** A PostgreSQL that somebody else runs, named by {@code spring.datasource.url}. */
record ConfiguredDatabase(DatabaseAccess access) implements DatabaseServer {

    static ConfiguredDatabase from(Environment environment) {
        DatabaseAccess access = new DatabaseAccess(
                required(environment, "spring.datasource.url"),
                login(environment, "panbao.datasource.owner-"),
                login(environment, "spring.datasource."));
        if (access.owner().username().equals(access.application().username())) {
            throw new StartRefused(
                    "database-role-unsafe", Map.of("role", access.application().username(), "reason", "owner"));
        }
        return new ConfiguredDatabase(access);
    }

    @Override
    public void close() {
        // the server is not ours
    }

    /** The role and password whose properties begin with {@code prefix}; throws {@link StartRefused} when one is missing. */
    static DatabaseAccess.Login login(Environment environment, String prefix) {
        return new DatabaseAccess.Login(
                required(environment, prefix + "username"), required(environment, prefix + "password"));
    }

    private static String required(Environment environment, String property) {
        String value = environment.getProperty(property);
        if (value == null) {
            throw new StartRefused("database-property-missing", Map.of("property", property));
        }
        return value;
    }
}
