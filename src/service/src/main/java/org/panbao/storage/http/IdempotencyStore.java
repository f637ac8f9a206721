package org.panbao.storage.http;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keys and their answers, in the transaction of the request. */
final class IdempotencyStore {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Duration retention;

    IdempotencyStore(JdbcClient jdbc, Clock clock, Duration retention) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.retention = retention;
    }

    /** Makes every other request with this key wait until this transaction ends, then looks the key up. */
    Optional<StoredAnswer> lockAndFind(UUID organisation, String actor, String key) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:name, 0))")
                .param("name", "idempotency " + organisation + " " + key + " " + actor)
                .query(rows -> {});
        return jdbc.sql("""
                        select call, request_sha256, status, headers, body from idempotency_key
                        where organisation_id = :organisation and actor = :actor and key = :key and expires_at > :now""")
                .param("organisation", organisation)
                .param("actor", actor)
                .param("key", key)
                .param("now", Timestamp.from(clock.instant()))
                .query((row, number) -> new StoredAnswer(
                        row.getString("call"),
                        row.getString("request_sha256"),
                        row.getInt("status"),
                        parse(row.getString("headers")),
                        row.getBytes("body")))
                .optional();
    }

    /** Keeps an answer, and removes this organisation's expired ones. */
    void keep(UUID organisation, String actor, String key, StoredAnswer answer) {
        Instant now = clock.instant();
        jdbc.sql("delete from idempotency_key where organisation_id = :organisation and expires_at <= :now")
                .param("organisation", organisation)
                .param("now", Timestamp.from(now))
                .update();
        jdbc.sql("""
                        insert into idempotency_key
                            (organisation_id, actor, key, call, request_sha256, status, headers, body, stored_at, expires_at)
                        values (:organisation, :actor, :key, :call, :request, :status, :headers::jsonb, :body, :now, :end)""")
                .param("organisation", organisation)
                .param("actor", actor)
                .param("key", key)
                .param("call", answer.call())
                .param("request", answer.requestSha256())
                .param("status", answer.status())
                .param("headers", JSON.writeValueAsString(answer.headers()))
                .param("body", answer.body())
                .param("now", Timestamp.from(now))
                .param("end", Timestamp.from(now.plus(retention)))
                .update();
    }

    private static Map<String, String> parse(String headers) {
        return new HashMap<>(JSON.readValue(headers, new TypeReference<Map<String, String>>() {}));
    }
}
