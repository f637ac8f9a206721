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

/** Clients and users. Signing in reads through functions that give one row by its exact name. */
@Component
public class IdentityStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    IdentityStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A client as it is listed; secrets are not kept, only their hashes. */
    public record ClientRow(UUID id, UUID organisationId, String clientId, Role role, Instant createdAt) {}

    /** The client that may sign in under this id. */
    public Optional<Identity> findClient(String clientId) {
        return find("select * from sign_in_client(:name)", clientId);
    }

    /** The user who may sign in under this name. */
    public Optional<Identity> findUser(String username) {
        return find("select * from sign_in_user(:name)", username);
    }

    /** Adds the client, or gives an existing one this secret and lets it sign in again. */
    public void putClient(Identity client) {
        put("""
                insert into oauth_client (id, organisation_id, client_id, secret_hash, role, demo, created_at)
                values (:id, :organisation, :name, :hash, :role, :demo, :now)
                on conflict (client_id) do update set secret_hash = excluded.secret_hash, revoked_at = null""", client);
    }

    /** Adds the user, or gives an existing one this password and lets him sign in again. */
    public void putUser(Identity user) {
        put("""
                insert into app_user (id, organisation_id, username, password_hash, role, demo, created_at)
                values (:id, :organisation, :name, :hash, :role, :demo, :now)
                on conflict (username) do update
                set password_hash = excluded.password_hash, disabled_at = null, password_initial = false""", user);
    }

    /** Adds a client; throws a {@code DuplicateKeyException} when its id is taken. */
    public void addClient(Identity client) {
        put("""
                insert into oauth_client (id, organisation_id, client_id, secret_hash, role, demo, created_at)
                values (:id, :organisation, :name, :hash, :role, :demo, :now)""", client);
    }

    /** Clients that may sign in, sorted by client id, one row more than the page shows. */
    public List<ClientRow> listClients(PageRequest page) {
        return jdbc.sql("""
                        select id, organisation_id, client_id, role, created_at from oauth_client
                        where revoked_at is null and client_id > :after order by client_id limit :fetch""")
                .param("after", page.afterText())
                .param("fetch", page.fetch())
                .query((row, number) -> new ClientRow(
                        row.getObject("id", UUID.class),
                        row.getObject("organisation_id", UUID.class),
                        row.getString("client_id"),
                        Role.parse(row.getString("role")),
                        row.getTimestamp("created_at").toInstant()))
                .list();
    }

    /** Whether a client has or had this id, also one that was revoked; asked in a transaction of the operator. */
    public boolean isClientIdTaken(String clientId) {
        return jdbc.sql("select exists (select 1 from oauth_client where client_id = :clientId)")
                .param("clientId", clientId)
                .query(Boolean.class)
                .single();
    }

    /** Lets a client sign in no more; false when there is no such client. */
    public boolean revokeClient(UUID id) {
        return jdbc.sql("update oauth_client set revoked_at = :now where id = :id and revoked_at is null")
                        .param("now", Timestamp.from(clock.instant()))
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Whether a client with this role may sign in; asked in a transaction of the operator. */
    public boolean hasClient(Role role, boolean countDemo) {
        return jdbc.sql("""
                        select exists (select 1 from oauth_client
                                       where role = :role and revoked_at is null and (:countDemo or not demo))""")
                .param("role", role.slug())
                .param("countDemo", countDemo)
                .query(Boolean.class)
                .single();
    }

    private void put(String sql, Identity identity) {
        jdbc.sql(sql)
                .param("id", identity.id())
                .param("organisation", identity.organisationId())
                .param("name", identity.name())
                .param("hash", identity.secretHash())
                .param("role", identity.role().slug())
                .param("demo", identity.demo())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private Optional<Identity> find(String sql, String name) {
        return jdbc.sql(sql)
                .param("name", name)
                .query((row, number) -> identity(row))
                .optional();
    }

    private static Identity identity(ResultSet row) throws SQLException {
        return new Identity(
                row.getObject("id", UUID.class),
                row.getObject("organisation_id", UUID.class),
                row.getString("organisation_code"),
                row.getString("name"),
                row.getString("secret_hash"),
                Role.parse(row.getString("role")),
                row.getBoolean("demo"));
    }
}
