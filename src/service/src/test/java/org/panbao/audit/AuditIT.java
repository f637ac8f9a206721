package org.panbao.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.panbao.access.oauth.CallerFromToken;
import org.panbao.storage.DatabaseAccess;
import org.panbao.storage.DatabaseServer;
import org.panbao.storage.TenantTransactions;
import org.panbao.support.PanbaoServer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import tools.jackson.databind.JsonNode;

/** The log cannot be changed by the service, and a change by anybody else is found. */
class AuditIT {

    private final PanbaoServer server = PanbaoServer.shared();
    private final AuditLog log = server.bean(AuditLog.class);
    private final TenantTransactions transactions = server.bean(TenantTransactions.class);

    @Test
    void aChangedByteIsFoundAndItsPlaceNamed() throws Exception {
        UUID vendor = append(newOrganisation("audited-1"), 3);
        assertThat(verification(vendor).get("intact").asBoolean()).isTrue();

        asOwnerWithoutTrigger(
                "update audit_entry set subject_id = 'X' where sequence = 2 and organisation_id = '" + vendor + "'");

        JsonNode broken = verification(vendor);
        assertThat(broken.get("intact").asBoolean()).isFalse();
        assertThat(broken.get("brokenAt").asLong()).isEqualTo(2);
        assertThat(broken.get("reason").asString()).isEqualTo("content");
    }

    @Test
    void aMissingEntryIsFound() throws Exception {
        UUID vendor = append(newOrganisation("audited-2"), 3);

        asOwnerWithoutTrigger("delete from audit_entry where sequence = 2 and organisation_id = '" + vendor + "'");

        assertThat(verification(vendor).get("reason").asString()).isEqualTo("gap");
        assertThat(verification(vendor).get("brokenAt").asLong()).isEqualTo(2);
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
    void anEntryOfATransactionThatRollsBackIsNotKept() {
        UUID reviewer = UUID.fromString(server.organisationId("demo-reviewer-1"));
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
    void aRefusedAttemptIsKeptThoughItsTransactionRollsBack() {
        UUID vendor = UUID.fromString(server.organisationId("demo-vendor-2"));
        String token = server.as("demo-vendor-2", "vendor").token();
        SecurityContextHolder.getContext()
                .setAuthentication(server.bean(CallerFromToken.class)
                        .convert(server.bean(JwtDecoder.class).decode(token)));
        try {
            assertThatThrownBy(() -> transactions.inOrganisation(vendor, () -> {
                        log.appendRefused("case.refused", "case", "1", Map.of());
                        throw new IllegalStateException("rolled back");
                    }))
                    .hasMessage("rolled back");
        } finally {
            SecurityContextHolder.clearContext();
        }

        JsonNode entry =
                server.as("demo-vendor-2", "vendor").get("/api/v1/audit").json().at("/items/0");
        assertThat(entry.get("action").asString()).isEqualTo("case.refused");
        assertThat(entry.get("refused").asBoolean()).isTrue();
        assertThat(entry.get("actor").asString()).isEqualTo("demo-vendor-2.vendor");
    }

    @Test
    void entriesAreSeenByTheirOrganisationAndTheOperator() {
        UUID insurer = append(server.organisationId("demo-insurer-2"), 1);
        String path = "/api/v1/audit?organisationId=" + insurer;

        assertThat(server.as("demo-insurer-2", "insurer")
                        .get(path)
                        .json()
                        .get("items")
                        .size())
                .isPositive();
        assertThat(server.asRole("admin").get(path).json().get("items").size()).isPositive();
        assertThat(server.as("demo-insurer-1", "insurer").get(path).status()).isEqualTo(404);
    }

    private String newOrganisation(String code) {
        return server.asRole("admin")
                .post("/api/v1/organisations", Map.of("code", code, "kind", "VENDOR", "name", "Test vendor"))
                .json()
                .get("id")
                .asString();
    }

    private UUID append(String organisation, int entries) {
        UUID id = UUID.fromString(organisation);
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

    private JsonNode verification(UUID organisation) {
        return server.asRole("admin")
                .get("/api/v1/audit/verification?organisationId=" + organisation)
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
