package org.panbao.access.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.panbao.access.Organisation;
import org.panbao.access.OrganisationKind;
import org.panbao.storage.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Organisations, as far as row-level security shows them. */
@Component
public class OrganisationStore {

    private static final String COLUMNS = "select id, code, kind, name from organisation ";

    private final JdbcClient jdbc;
    private final Clock clock;

    OrganisationStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Adds an organisation; throws a {@code DuplicateKeyException} when its code is taken. */
    public void add(Organisation organisation) {
        jdbc.sql("""
                        insert into organisation (id, code, kind, name, created_at)
                        values (:id, :code, :kind, :name, :now)""")
                .param("id", organisation.id())
                .param("code", organisation.code())
                .param("kind", organisation.kind().name())
                .param("name", organisation.name())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    public Optional<Organisation> find(UUID id) {
        return jdbc.sql(COLUMNS + "where id = :id")
                .param("id", id)
                .query((row, number) -> organisation(row))
                .optional();
    }

    /** The operator's own organisation; asked in a transaction of any organisation. */
    public Organisation operator() {
        return jdbc.sql(COLUMNS + "where kind = 'OPERATOR'")
                .query((row, number) -> organisation(row))
                .single();
    }

    /** Sorted by code, one row more than the page shows. */
    public List<Organisation> list(PageRequest page) {
        return jdbc.sql(COLUMNS + "where code > :after order by code limit :fetch")
                .param("after", page.afterText())
                .param("fetch", page.fetch())
                .query((row, number) -> organisation(row))
                .list();
    }

    /** Those of {@code ids} that are seen, in no order. */
    public List<Organisation> list(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(COLUMNS + "where id in (:ids)")
                        .param("ids", ids)
                        .query((row, number) -> organisation(row))
                        .list();
    }

    /** Id by code, whoever asks; needs no transaction of an organisation. */
    public Optional<UUID> findIdByCode(String code) {
        return findRegistered(code).map(Registered::id);
    }

    /** What signing in needs to know of an organisation. */
    public record Registered(UUID id, OrganisationKind kind) {}

    /** Id and kind by code, whoever asks; needs no transaction of an organisation. */
    public Optional<Registered> findRegistered(String code) {
        return jdbc.sql("select id, kind from organisation_by_code(:code)")
                .param("code", code)
                .query((row, number) -> new Registered(
                        row.getObject("id", UUID.class), OrganisationKind.valueOf(row.getString("kind"))))
                .optional();
    }

    private static Organisation organisation(ResultSet row) throws SQLException {
        return new Organisation(
                row.getObject("id", UUID.class),
                row.getString("code"),
                OrganisationKind.valueOf(row.getString("kind")),
                row.getString("name"));
    }
}
