package org.panbao.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.panbao.intake.PlanEdits;
import org.panbao.support.Answer;
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
    private final UUID enterprise = UUID.fromString(server.organisationId("demo-enterprise-1"));

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
        UUID plan = planOf("demo-insurer-2");
        grant(insurer2, plan, insurer1);
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
    void nobodyGrantsAPlanOfOthers() {
        UUID plan = planOf("demo-insurer-2");

        assertRefused("foreign key", () -> grant(insurer1, plan, enterprise));
        assertThat(granted(enterprise, plan, "QUOTE")).isFalse();
    }

    @Test
    void nobodyRevisesAPlanOfOthersNorAddsToIt() {
        UUID plan = planOf("demo-insurer-2");

        assertRefused("foreign key", insurer1, """
                        insert into plan_revision (plan_id, revision, organisation_id, body, sha256, findings, questions,
                            recorded_at, recorded_by, valid_from)
                        values (:id, 2, :organisation, '{}', repeat('a', 64), '[]', '[]', now(), 'me', '2026-01-01')""", plan);
        assertRefused("foreign key", insurer1, """
                        insert into plan_personal_data (plan_id, revision, pointer, organisation_id, value)
                        values (:id, 1, '/none', :organisation, '{}')""", plan);
    }

    @Test
    void nobodyAddsToAQuoteOfOthers() {
        UUID plan = planOf("demo-insurer-2");
        UUID quote = UUID.randomUUID();
        assertThat(write(enterprise, quoteOf(plan), quote))
                .as("a quote on a plan of others, as by a grant")
                .isOne();

        assertRefused("foreign key", insurer1, """
                        insert into quote_event (quote_id, seq, organisation_id, state, action, actor, role, at)
                        values (:id, 2, :organisation, 'APPROVED', 'APPROVE', 'me', 'insurer', now())""", quote);
        assertRefused("foreign key", insurer1, """
                        insert into rate_basis (id, quote_id, organisation_id, format_version, record, sha256,
                            signature_algorithm, signature_key_id, signature_public_key, signature)
                        values (gen_random_uuid(), :id, :organisation, '1', '{}', repeat('a', 64), 'x', 'x', 'x', 'x')
                        """, quote);
        assertRefused("foreign key", insurer1, """
                        insert into rate_basis_decision (quote_id, seq, organisation_id, record, sha256,
                            signature_algorithm, signature_key_id, signature_public_key, signature)
                        values (:id, 2, :organisation, '{}', repeat('a', 64), 'x', 'x', 'x', 'x')""", quote);
    }

    @Test
    void aQuoteStandsOnAPlanThatExists() {
        assertRefused("foreign key", insurer1, quoteOf(UUID.randomUUID()), UUID.randomUUID());
    }

    @Test
    void answersAreSeenByTheirOwnerAndByThoseWhoHoldAGrant() {
        UUID plan = planOf("demo-insurer-2");
        assertThat(answers(insurer2, plan)).isPositive();
        assertThat(answers(insurer1, plan)).isZero();

        grant(insurer2, plan, insurer1);

        assertThat(answers(insurer1, plan)).isEqualTo(answers(insurer2, plan));
        assertRefused("foreign key", insurer1, """
                        insert into plan_answer (plan_id, revision, pointer, organisation_id, question_id, state, evidence,
                            valid_from, recorded_at, recorded_by)
                        values (:id, 1, '/none', :organisation, 'Q-G1', 'YES', 'DECLARED', '2026-01-01', now(), 'me')""", plan);
        assertRefused(
                "permission denied",
                insurer2,
                "update plan_answer set state = 'YES' where plan_id = :id and organisation_id = :organisation",
                plan);
    }

    @Test
    void theOperatorAloneAddsReleasesAndContent() {
        String contentRow = """
                        insert into content (sha256, bytes, media_type, stored_at)
                        select md5(:id::text) || md5(:organisation::text), 'x', 'text/plain', now()""";
        String releaseRow = """
                        insert into release (digest, id, version, effective_from, published_on, archive_sha256, state)
                        select md5(:id::text) || md5(:organisation::text), 'x', '1', '2000-01-01', '2000-01-01',
                            archive_sha256, 'ACTIVE' from release limit 1""";

        assertRefused("row-level security", insurer1, contentRow, UUID.randomUUID());
        assertRefused("row-level security", insurer1, releaseRow, UUID.randomUUID());
        assertThat(transactions.<Long>inOrganisation(insurer1, () -> count("release")))
                .isPositive();
    }

    @Test
    void secretHashesOfOthersAreShownToNobodyInARequest() {
        String client = transactions.inOrganisation(
                insurer2,
                () -> jdbc.sql("select client_id from oauth_client limit 1")
                        .query(String.class)
                        .single());

        assertThat(hashes(insurer2, client)).hasSize(1);
        assertThat(hashes(insurer1, client)).isEmpty();
        assertThat(jdbc.sql("""
                        select proname from pg_proc where proname in ('sign_in_client', 'sign_in_user')
                          and exists (select 1 from aclexplode(proacl) where grantee = 0)""").query(String.class).list())
                .as("functions that everybody may call")
                .isEmpty();
    }

    @Test
    void contentIsStoredOnceAndCannotBeChanged() {
        ContentStore content = server.bean(ContentStore.class);
        byte[] bytes = {1, 2, 3};

        assertThat(transactions.asOperator(() -> content.put(bytes, "application/octet-stream")))
                .isEqualTo(transactions.asOperator(() -> content.put(bytes, "text/plain")));
        // SHA-256 of the bytes 1, 2, 3
        assertThat(content.find("039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81"))
                .hasValue(bytes);
        assertThatThrownBy(() -> jdbc.sql("update content set media_type = 'x'").update())
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    private UUID planOf(String organisationCode) {
        Answer filed = server.as(organisationCode, "insurer").post("/api/v1/plans", PlanEdits.apply("short", ""));
        assertThat(filed.status()).as(filed.body()).isEqualTo(201);
        return UUID.fromString(filed.json().get("planId").asString());
    }

    private static String quoteOf(UUID plan) {
        return """
                insert into quote (id, organisation_id, plan_id, plan_revision, policyholder_code, product_id,
                    release_digest, decision, rating_date, expires_on, created_at, created_by, body)
                select :id, :organisation, '%s', 1, 'none', 'none', digest, 'DECLINE',
                    '2000-01-01', '2000-01-01', '2000-01-01', 'me', '{}'
                from release limit 1""".formatted(plan);
    }

    private long answers(UUID organisation, UUID plan) {
        return transactions.inOrganisation(
                organisation,
                () -> jdbc.sql("select count(*) from plan_answer where plan_id = :plan")
                        .param("plan", plan)
                        .query(Long.class)
                        .single());
    }

    private int grant(UUID owner, UUID plan, UUID grantee) {
        return transactions.inOrganisation(
                owner,
                () -> jdbc.sql("""
                        insert into plan_grant (id, organisation_id, plan_id, grantee_organisation_id,
                            purpose, valid_to, granted_by, granted_at)
                        values (gen_random_uuid(), :owner, :plan, :grantee, 'QUOTE', now() + interval '1 day', 'me', now())""")
                        .param("owner", owner)
                        .param("plan", plan)
                        .param("grantee", grantee)
                        .update());
    }

    private int write(UUID organisation, String sql, UUID id) {
        return transactions.inOrganisation(
                organisation,
                () -> jdbc.sql(sql)
                        .param("id", id)
                        .param("organisation", organisation)
                        .update());
    }

    private void assertRefused(String why, UUID organisation, String sql, UUID id) {
        assertRefused(why, () -> write(organisation, sql, id));
    }

    private static void assertRefused(String why, ThrowingCallable attempt) {
        assertThatThrownBy(attempt)
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining(why);
    }

    private List<String> hashes(UUID organisation, String client) {
        return transactions.inOrganisation(
                organisation,
                () -> jdbc.sql("select secret_hash from sign_in_client(:client)")
                        .param("client", client)
                        .query(String.class)
                        .list());
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
