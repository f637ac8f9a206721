package org.panbao.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.panbao.support.Answer;
import org.panbao.support.ApiClient;
import org.panbao.support.PanbaoServer;

/** A success is told only after it is stored. The database is made to fail at the last moment, at the commit. */
class RequestTransactionIT {

    private static final String PATH = "/api/v1/organisations";

    private final PanbaoServer server = PanbaoServer.shared();
    private final ApiClient admin = server.asRole("admin");

    @BeforeEach
    void failAtCommit() throws SQLException {
        asOwner("""
                create function fail_at_commit() returns trigger language plpgsql as
                    $$ begin raise exception 'failed at commit'; end $$;
                create constraint trigger fail_at_commit after insert on organisation
                    deferrable initially deferred for each row when (new.code like 'lost-%')
                    execute function fail_at_commit()""");
    }

    @AfterEach
    void failNoMore() throws SQLException {
        asOwner("drop trigger fail_at_commit on organisation; drop function fail_at_commit()");
    }

    @Test
    void aFailedCommitIsNotToldAsASuccess() {
        Answer answer = admin.post(PATH, organisation("lost-1"), "Idempotency-Key", "lost-key-1");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.json().get("code").asString()).isEqualTo("internal-error");
        assertThat(answer.header("Location")).isEmpty();
        assertThat(answer.body()).doesNotContain("failed at commit");
        assertThat(admin.get(PATH + "?limit=200").body()).doesNotContain("lost-1");
    }

    @Test
    void aFailedCommitLeavesTheIdempotencyKeyFree() {
        admin.post(PATH, organisation("lost-2"), "Idempotency-Key", "lost-key-2");

        Answer again = admin.post(PATH, organisation("found-2"), "Idempotency-Key", "lost-key-2");

        assertThat(again.status()).isEqualTo(201);
    }

    private static Map<String, Object> organisation(String code) {
        return Map.of("code", code, "kind", "VENDOR", "name", "Test vendor");
    }

    private void asOwner(String sql) throws SQLException {
        DatabaseAccess access = server.bean(DatabaseServer.class).access();
        try (Connection connection = DriverManager.getConnection(
                        access.url(), access.owner().username(), access.owner().password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
