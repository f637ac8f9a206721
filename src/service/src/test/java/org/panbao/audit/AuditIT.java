package org.panbao.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.panbao.storage.DatabaseAccess;
import org.panbao.storage.DatabaseServer;
import org.panbao.storage.TenantTransactions;
import org.panbao.support.PanbaoServer;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The log cannot be changed by the service, and a change by anybody else is found. */
class AuditIT {

    private final PanbaoServer server = PanbaoServer.shared();
    private final AuditLog log = server.bean(AuditLog.class);
    private final TenantTransactions transactions = server.bean(TenantTransactions.class);

    @Test
    void aChangedByteIsFoundAndItsPlaceNamed() throws Exception {
        UUID vendor = append("demo-vendor-1", 3);
        assertThat(verification("demo-vendor-1").get("intact").asBoolean()).isTrue();

        asOwnerWithoutTrigger(
                "update audit_entry set subject_id = 'X' where sequence = 2 and organisation_id = '" + vendor + "'");

        JsonNode broken = verification("demo-vendor-1");
        assertThat(broken.get("intact").asBoolean()).isFalse();
        assertThat(broken.get("brokenAt").asLong()).isEqualTo(2);
        assertThat(broken.get("reason").asString()).isEqualTo("content");
    }

    @Test
    void aMissingEntryIsFound() throws Exception {
        UUID vendor = append("demo-vendor-2", 3);

        asOwnerWithoutTrigger("delete from audit_entry where sequence = 2 and organisation_id = '" + vendor + "'");

        assertThat(verification("demo-vendor-2").get("reason").asString()).isEqualTo("gap");
        assertThat(verification("demo-vendor-2").get("brokenAt").asLong()).isEqualTo(2);
    }

    @Test
    void theServiceCannotChangeAnEntry() {
        JdbcClient jdbc = server.bean(JdbcClient.class);

        for (String sql :
                new String[] {"update audit_entry set actor = 'x'", "delete from audit_entry", "truncate audit_entry"
                }) {
            assertThatThrownBy(() -> jdbc.sql(sql).update()).rootCause().hasMessageContaining("permission denied");
        }
    }

    @Test
    void evenTheOwnerMeetsTheTrigger() {
        assertThatThrownBy(() -> asOwner("update audit_entry set actor = 'x'")).hasMessageContaining("append-only");
    }

    @Test
    void aRefusedAttemptIsKeptThoughItsTransactionRollsBack() {
        UUID reviewer = UUID.fromString(server.organisationId("demo-reviewer-1"));
        // outside a request there is no caller, so the entry is made through a transaction apart, as a refusal is
        assertThatThrownBy(() -> transactions.inOrganisation(reviewer, () -> {
                    log.append(who(reviewer), "case.tried", "case", "1", Map.of());
                    throw new IllegalStateException("rolled back");
                }))
                .hasMessage("rolled back");

        assertThat(server.as("demo-reviewer-1", "reviewer")
                        .get("/api/v1/audit")
                        .json()
                        .get("items")
                        .size())
                .isZero();
    }

    @Test
    void entriesAreSeenByTheirOrganisationAndTheOperator() {
        UUID insurer = append("demo-insurer-2", 1);
        String path = "/api/v1/audit?organisationId=" + insurer;

        assertThat(server.as("demo-insurer-2", "insurer")
                        .get(path)
                        .json()
                        .get("items")
                        .size())
                .isPositive();
        assertThat(server.asRole("admin").get(path).json().get("items").size()).isPositive();
        assertThat(server.as("demo-insurer-1", "insurer")
                        .get(path)
                        .json()
                        .get("items")
                        .size())
                .isZero();
    }

    private UUID append(String organisation, int entries) {
        UUID id = UUID.fromString(server.organisationId(organisation));
        for (int entry = 0; entry < entries; entry++) {
            transactions.inOrganisation(id, () -> {
                log.append(who(id), "test.done", "test", "1", Map.of("key", "value"));
                return id;
            });
        }
        return id;
    }

    private static AuditedCaller.Who who(UUID organisation) {
        return new AuditedCaller.Who(organisation, "tester", "vendor");
    }

    private JsonNode verification(String organisation) {
        return server.asRole("admin")
                .get("/api/v1/audit/verification?organisationId=" + server.organisationId(organisation))
                .json();
    }

    private void asOwnerWithoutTrigger(String sql) throws Exception {
        asOwner("alter table audit_entry disable trigger audit_entry_append_only; "
                + "alter table audit_entry no force row level security; " + sql
                + "; alter table audit_entry force row level security; "
                + "alter table audit_entry enable trigger audit_entry_append_only");
    }

    private void asOwner(String sql) throws Exception {
        DatabaseAccess access = server.bean(DatabaseServer.class).access();
        try (Connection connection = DriverManager.getConnection(
                        access.url(), access.owner().username(), access.owner().password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
