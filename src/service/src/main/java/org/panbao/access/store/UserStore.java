package org.panbao.access.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.panbao.access.Role;
import org.panbao.storage.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Users: people who sign in to the pages. */
@Component
public class UserStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    UserStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A user as listed; passwords are not kept, only their hashes. */
    public record UserRow(UUID id, UUID organisationId, String username, Role role, Instant createdAt) {}

    /** Whether the password of the user who may sign in under this name is one that was given to him. */
    public boolean isPasswordInitial(String username) {
        return jdbc.sql("select password_initial from sign_in_user(:name)")
                .param("name", username)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** Adds a user with an initial password; throws a {@code DuplicateKeyException} when the name is taken. */
    public void add(Identity user) {
        jdbc.sql("""
                        insert into app_user (id, organisation_id, username, password_hash, role, demo, created_at,
                                              password_initial)
                        values (:id, :organisation, :name, :hash, :role, :demo, :now, true)""")
                .param("id", user.id())
                .param("organisation", user.organisationId())
                .param("name", user.name())
                .param("hash", user.secretHash())
                .param("role", user.role().slug())
                .param("demo", user.demo())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** Users who may sign in, sorted by name, one row more than the page shows. */
    public List<UserRow> list(PageRequest page) {
        return jdbc.sql("""
                        select id, organisation_id, username, role, created_at from app_user
                        where disabled_at is null and username > :after order by username limit :fetch""")
                .param("after", page.afterText())
                .param("fetch", page.fetch())
                .query((row, number) -> row(row))
                .list();
    }

    /** The user with this id who may sign in. */
    public Optional<UserRow> find(UUID id) {
        return jdbc.sql("""
                        select id, organisation_id, username, role, created_at from app_user
                        where id = :id and disabled_at is null""").param("id", id).query((row, number) -> row(row)).optional();
    }

    /** Whether a user has or had this name, also one that was disabled; asked in a transaction of the operator. */
    public boolean isNameTaken(String username) {
        return jdbc.sql("select exists (select 1 from app_user where username = :username)")
                .param("username", username)
                .query(Boolean.class)
                .single();
    }

    /** Lets a user sign in no more; false when there is no such user. */
    public boolean disable(UUID id) {
        return jdbc.sql("update app_user set disabled_at = :now where id = :id and disabled_at is null")
                        .param("now", Timestamp.from(clock.instant()))
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Gives a user another password: {@code initial} when somebody else knows it. */
    public void setPassword(UUID id, String hash, boolean initial) {
        jdbc.sql("update app_user set password_hash = :hash, password_initial = :initial where id = :id")
                .param("hash", hash)
                .param("initial", initial)
                .param("id", id)
                .update();
    }

    private static UserRow row(ResultSet row) throws SQLException {
        return new UserRow(
                row.getObject("id", UUID.class),
                row.getObject("organisation_id", UUID.class),
                row.getString("username"),
                Role.parse(row.getString("role")),
                row.getTimestamp("created_at").toInstant());
    }
}
