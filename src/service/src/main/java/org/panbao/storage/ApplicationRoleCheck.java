package org.panbao.storage;

import java.util.Map;
import org.panbao.startup.StartRefused;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Refuses a database role that row-level security would not hold: a superuser, BYPASSRLS, or an owner of the tables. */
@Component
@DependsOnDatabaseInitialization
final class ApplicationRoleCheck implements InitializingBean {

    private final JdbcClient jdbc;

    ApplicationRoleCheck(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void afterPropertiesSet() {
        jdbc.sql("""
                        select rolname, case when rolsuper then 'superuser' when rolbypassrls then 'bypassrls' else 'owner' end
                        from pg_roles
                        where rolname = current_user
                          and (rolsuper or rolbypassrls or exists (
                               select 1 from pg_class
                               where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
                                 and pg_has_role(current_user, relowner, 'member')))""")
                .query((row, number) -> Map.of("role", row.getString(1), "reason", row.getString(2)))
                .optional()
                .ifPresent(values -> {
                    throw new StartRefused("database-role-unsafe", values);
                });
    }
}
