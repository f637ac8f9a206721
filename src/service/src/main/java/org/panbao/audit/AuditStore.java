package org.panbao.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Rows of {@code audit_entry} over one connection source. */
final class AuditStore {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    AuditStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An entry with the hash that was stored for it. */
    record Stored(AuditEntry entry, String sha256) {}

    /** Makes other writers of this chain wait until the transaction ends. */
    void lock(UUID organisation) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:name, 0))")
                .param("name", "audit " + organisation)
                .query(rows -> {});
    }

    boolean isOperator() {
        return jdbc.sql("select operating()").query(Boolean.class).single();
    }

    /** The last entry; asked under the lock before appending. */
    Optional<Stored> last(UUID organisation) {
        return jdbc.sql(
                        "select * from audit_entry where organisation_id = :organisation order by sequence desc limit 1")
                .param("organisation", organisation)
                .query((row, number) -> stored(row))
                .optional();
    }

    void insert(AuditEntry entry) {
        jdbc.sql("""
                        insert into audit_entry (organisation_id, sequence, recorded_at, actor, role, action,
                            subject_type, subject_id, refused, detail, previous_sha256, sha256)
                        values (:organisation, :sequence, :recordedAt, :actor, :role, :action,
                            :subjectType, :subjectId, :refused, :detail::jsonb, :previous, :sha256)""")
                .param("organisation", entry.organisationId())
                .param("sequence", entry.sequence())
                .param("recordedAt", Timestamp.from(entry.recordedAt()))
                .param("actor", entry.actor())
                .param("role", entry.role())
                .param("action", entry.action())
                .param("subjectType", entry.subjectType())
                .param("subjectId", entry.subjectId())
                .param("refused", entry.refused())
                .param("detail", JSON.writeValueAsString(entry.detail()))
                .param("previous", entry.previousSha256())
                .param("sha256", entry.sha256())
                .update();
    }

    /** The organisations that have a chain. */
    List<UUID> organisations() {
        return jdbc.sql("select distinct organisation_id from audit_entry")
                .query(UUID.class)
                .list();
    }

    /** Entries after a sequence number, in order. */
    List<Stored> after(UUID organisation, long sequence, int limit) {
        return jdbc.sql("""
                        select * from audit_entry where organisation_id = :organisation and sequence > :after
                        order by sequence limit :limit""")
                .param("organisation", organisation)
                .param("after", sequence)
                .param("limit", limit)
                .query((row, number) -> stored(row))
                .list();
    }

    /** Entries that match, before a sequence number, the newest first. */
    List<AuditEntry> before(UUID organisation, AuditFilter filter, long sequence, int limit) {
        return jdbc.sql("""
                        select * from audit_entry where organisation_id = :organisation and sequence < :before
                          and (:action::text is null or action = :action)
                          and (:actor::text is null or actor = :actor)
                          and (:subject::text is null or subject_id = :subject)
                        order by sequence desc limit :limit""")
                .param("organisation", organisation)
                .param("before", sequence)
                .param("action", filter.action())
                .param("actor", filter.actor())
                .param("subject", filter.subjectId())
                .param("limit", limit)
                .query((row, number) -> stored(row).entry())
                .list();
    }

    private static Stored stored(ResultSet row) throws SQLException {
        AuditEntry entry = new AuditEntry(
                row.getObject("organisation_id", UUID.class),
                row.getLong("sequence"),
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("actor"),
                row.getString("role"),
                row.getString("action"),
                row.getString("subject_type"),
                row.getString("subject_id"),
                row.getBoolean("refused"),
                JSON.readValue(row.getString("detail"), new TypeReference<Map<String, String>>() {}),
                row.getString("previous_sha256"));
        return new Stored(entry, row.getString("sha256"));
    }
}
