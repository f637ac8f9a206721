package org.panbao.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.panbao.support.PanbaoServer;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Organisations are kept apart by the database, also when a query forgets to. */
class RowSecurityIT {

    private final PanbaoServer server = PanbaoServer.shared();
    private final JdbcClient jdbc = server.bean(JdbcClient.class);
    private final TenantTransactions transactions = server.bean(TenantTransactions.class);
    private final UUID insurer1 = UUID.fromString(server.organisationId("demo-insurer-1"));
    private final UUID insurer2 = UUID.fromString(server.organisationId("demo-insurer-2"));

    @Test
    void aQueryWithoutAFilterSeesItsOwnOrganisationOnly() {
        List<UUID> seen = transactions.inOrganisation(
                insurer1,
                () -> jdbc.sql("select distinct organisation_id from oauth_client")
                        .query(UUID.class)
                        .list());

        assertThat(seen).containsExactly(insurer1);
    }

    @Test
    void withoutAnOrganisationThereAreNoRows() {
        assertThat(count("oauth_client")).isZero();
        assertThat(count("organisation")).isZero();
        assertThat(count("audit_entry")).isZero();
    }

    @Test
    void theOrganisationEndsWithItsTransaction() {
        for (int connection = 0; connection < 20; connection++) {
            transactions.inOrganisation(insurer1, () -> count("oauth_client"));
        }

        assertThat(count("oauth_client")).isZero();
    }

    @Test
    void nothingCanBeWrittenForAnotherOrganisation() {
        assertThatThrownBy(() -> transactions.inOrganisation(
                        insurer1,
                        () -> jdbc.sql("""
                                insert into plan_grant (id, organisation_id, plan_id, grantee_organisation_id,
                                    purpose, valid_to, granted_by, granted_at)
                                values (gen_random_uuid(), :foreign, gen_random_uuid(), :own, 'QUOTE',
                                    now() + interval '1 day', 'me', now())""")
                                .param("foreign", insurer2)
                                .param("own", insurer1)
                                .update()))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("row-level security");
    }

    @Test
    void everyTableWithAnOrganisationIsProtectedEvenAgainstItsOwner() {
        List<String> unprotected = jdbc.sql("""
                        select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
                        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
                          and a.attname = 'organisation_id' and not (c.relrowsecurity and c.relforcerowsecurity)""").query(String.class).list();

        assertThat(unprotected).isEmpty();
    }

    @Test
    void aGrantOpensAPlanForItsPurposeUntilItIsRevoked() {
        UUID plan = UUID.randomUUID();
        transactions.inOrganisation(
                insurer2,
                () -> jdbc.sql("""
                        insert into plan_grant (id, organisation_id, plan_id, grantee_organisation_id,
                            purpose, valid_to, granted_by, granted_at)
                        values (gen_random_uuid(), :owner, :plan, :grantee, 'QUOTE', now() + interval '1 day', 'me', now())""")
                        .param("owner", insurer2)
                        .param("plan", plan)
                        .param("grantee", insurer1)
                        .update());
        assertThat(granted(insurer1, plan, "QUOTE")).isTrue();
        assertThat(granted(insurer1, plan, "REVIEW")).isFalse();
        assertThat(granted(insurer2, plan, "QUOTE")).isFalse();

        transactions.inOrganisation(
                insurer2,
                () -> jdbc.sql("update plan_grant set revoked_at = now(), revoked_by = 'me' where plan_id = :plan")
                        .param("plan", plan)
                        .update());

        assertThat(granted(insurer1, plan, "QUOTE")).isFalse();
    }

    @Test
    void contentIsStoredOnceAndCannotBeChanged() {
        ContentStore content = server.bean(ContentStore.class);
        byte[] bytes = {1, 2, 3};

        assertThat(content.put(bytes, "application/octet-stream")).isEqualTo(content.put(bytes, "text/plain"));
        // SHA-256 of the bytes 1, 2, 3
        assertThat(content.find("039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81"))
                .hasValue(bytes);
        assertThatThrownBy(() -> jdbc.sql("update content set media_type = 'x'").update())
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    private boolean granted(UUID organisation, UUID plan, String purpose) {
        return transactions.inOrganisation(
                organisation,
                () -> jdbc.sql("select granted_plan(:plan, :purpose)")
                        .param("plan", plan)
                        .param("purpose", purpose)
                        .query(Boolean.class)
                        .single());
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }
}
