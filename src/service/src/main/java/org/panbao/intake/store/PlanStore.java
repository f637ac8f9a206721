package org.panbao.intake.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.panbao.access.Caller;
import org.panbao.access.GrantPurpose;
import org.panbao.base.Finding;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;
import org.panbao.profile.Plan;
import org.panbao.storage.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Plans in PostgreSQL. Row-level security shows the caller's own plans and those granted to it. */
@Repository
public class PlanStore {

    private static final String PLAN_COLUMNS = "id, organisation_id, revision, plan_name, policyholder_name,"
            + " policyholder_code, form, direction, created_at, changed_at";

    private static final String REVISION_COLUMNS = "plan_id, revision, organisation_id, body, sha256, findings,"
            + " questions, recorded_at, recorded_by, valid_from";

    private final JdbcClient jdbc;
    private final PlanAnswerStore answers;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    PlanStore(JdbcClient jdbc, PlanAnswerStore answers, Clock clock) {
        this.jdbc = jdbc;
        this.answers = answers;
        this.clock = clock;
    }

    /** Stores a new plan with its first revision. */
    public void create(UUID planId, Caller owner, NewRevision revision) {
        OffsetDateTime now = now();
        columns(jdbc.sql("""
                                insert into plan (id, organisation_id, revision, plan_name, policyholder_name,
                                                  policyholder_code, form, direction, created_at, created_by, changed_at)
                                values (:id, :organisation, :revision, :planName, :policyholderName,
                                        :policyholderCode, :form, :direction, :now, :actor, :now)"""), planId, 1, revision.plan())
                .param("organisation", owner.organisationId())
                .param("actor", owner.actor())
                .param("now", now)
                .update();
        insertRevision(planId, 1, owner, revision, now);
    }

    /**
     * Stores revision {@code number}; throws {@link Problem} PRECONDITION_FAILED when somebody else stored it in
     * between.
     */
    public void revise(UUID planId, int number, Caller owner, NewRevision revision) {
        OffsetDateTime now = now();
        int changed = columns(jdbc.sql("""
                                update plan
                                set revision = :revision, plan_name = :planName, policyholder_name = :policyholderName,
                                    policyholder_code = :policyholderCode, form = :form, direction = :direction,
                                    changed_at = :now
                                where id = :id and revision = :revision - 1"""), planId, number, revision.plan())
                .param("now", now)
                .update();
        if (changed == 0) {
            throw new Problem(ProblemCode.PRECONDITION_FAILED);
        }
        insertRevision(planId, number, owner, revision, now);
    }

    public Optional<PlanRow> findPlan(UUID planId) {
        return jdbc.sql("select " + PLAN_COLUMNS + " from plan where id = :id")
                .param("id", planId)
                .query(PlanStore::planRow)
                .optional();
    }

    /** Whether a plan is the caller's own or granted to it for this purpose. */
    public boolean isOpenFor(UUID planId, GrantPurpose purpose) {
        return jdbc.sql("""
                        select exists (select 1 from plan where id = :id and organisation_id = current_organisation())
                            or granted_plan(:id, :purpose)""")
                .param("id", planId)
                .param("purpose", purpose.name())
                .query(Boolean.class)
                .single();
    }

    /** Plans, newest first; sort columns of the cursor: created at, id. */
    public List<PlanRow> list(PlanFilter filter, PageRequest page) {
        boolean first = page.after().isEmpty();
        return jdbc.sql("select " + PLAN_COLUMNS + """
                         from plan
                        where (:name::text is null or position(lower(:name) in lower(policyholder_name)) > 0
                               or position(lower(:name) in lower(plan_name)) > 0)
                          and (:code::text is null or policyholder_code = :code)
                          and (:first or (created_at, id) < (:createdAt, :id))
                        order by created_at desc, id desc
                        limit :limit""")
                .param("name", filter.name())
                .param("code", filter.code())
                .param("first", first)
                .param(
                        "createdAt",
                        first ? OffsetDateTime.MAX : page.afterInstant(0).atOffset(ZoneOffset.UTC))
                .param("id", first ? new UUID(0, 0) : page.afterId(1))
                .param("limit", page.fetch())
                .query(PlanStore::planRow)
                .list();
    }

    /** Those of {@code ids} that are seen, in no order. */
    public List<PlanRow> list(Set<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql("select " + PLAN_COLUMNS + " from plan where id in (:ids)")
                        .param("ids", ids)
                        .query(PlanStore::planRow)
                        .list();
    }

    /** A revision, or the newest one when {@code revision} is null. */
    public Optional<PlanRevision> findRevision(UUID planId, @Nullable Integer revision) {
        return jdbc.sql("select " + REVISION_COLUMNS + """
                         from plan_revision
                        where plan_id = :id and (:revision::int is null or revision = :revision)
                        order by revision desc
                        limit 1""")
                .param("id", planId)
                .param("revision", revision)
                .query(this::revision)
                .optional();
    }

    /** The newest revision that had come in by {@code instant}: what was known then, whatever came later. */
    public Optional<PlanRevision> findRevisionKnownAt(UUID planId, Instant instant) {
        return jdbc.sql("select " + REVISION_COLUMNS + """
                         from plan_revision
                        where plan_id = :id and recorded_at <= :instant
                        order by revision desc
                        limit 1""")
                .param("id", planId)
                .param("instant", instant.atOffset(ZoneOffset.UTC))
                .query(this::revision)
                .optional();
    }

    /** An organisation's own plans, oldest first; sort columns of the cursor: created at, id. */
    public List<PlanRow> ownPlans(UUID organisation, PageRequest page) {
        boolean first = page.after().isEmpty();
        return jdbc.sql("select " + PLAN_COLUMNS + """
                         from plan
                        where organisation_id = :organisation and (:first or (created_at, id) > (:createdAt, :id))
                        order by created_at, id limit :limit""")
                .param("organisation", organisation)
                .param("first", first)
                .param(
                        "createdAt",
                        first ? OffsetDateTime.MIN : page.afterInstant(0).atOffset(ZoneOffset.UTC))
                .param("id", first ? new UUID(0, 0) : page.afterId(1))
                .param("limit", page.fetch())
                .query(PlanStore::planRow)
                .list();
    }

    public int countOwnPlans(UUID organisation) {
        return jdbc.sql("select count(*) from plan where organisation_id = :organisation")
                .param("organisation", organisation)
                .query(Integer.class)
                .single();
    }

    /** Revisions, oldest first. */
    public List<RevisionRow> listRevisions(UUID planId, int after, int limit) {
        return jdbc.sql("""
                        select revision, sha256, recorded_at, recorded_by, valid_from from plan_revision
                        where plan_id = :id and revision > :after
                        order by revision
                        limit :limit""")
                .param("id", planId)
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> new RevisionRow(
                        row.getInt(1),
                        row.getString(2),
                        row.getObject(5, LocalDate.class),
                        instant(row, 3),
                        row.getString(4)))
                .list();
    }

    /** Personal data of a revision by JSON pointer; empty for everybody but the owner, and after it was erased. */
    public Map<String, JsonNode> personalData(UUID planId, int revision) {
        Map<String, JsonNode> byPointer = new TreeMap<>();
        jdbc.sql("select pointer, value from plan_personal_data where plan_id = :id and revision = :revision")
                .param("id", planId)
                .param("revision", revision)
                .query(row -> {
                    byPointer.put(row.getString(1), json.readTree(row.getString(2)));
                });
        return byPointer;
    }

    /** Erases the personal data of every revision; the revisions and their digests stay. */
    public int erasePersonalData(UUID planId) {
        return jdbc.sql("delete from plan_personal_data where plan_id = :id")
                .param("id", planId)
                .update();
    }

    private void insertRevision(UUID planId, int number, Caller owner, NewRevision revision, OffsetDateTime now) {
        jdbc.sql("""
                        insert into plan_revision (plan_id, revision, organisation_id, body, sha256, findings,
                                                   questions, recorded_at, recorded_by, valid_from)
                        values (:plan, :revision, :organisation, :body::jsonb, :sha256, :findings::jsonb,
                                :questions::jsonb, :now, :actor, :validFrom)""")
                .param("validFrom", validFrom(revision.plan(), now))
                .param("plan", planId)
                .param("revision", number)
                .param("organisation", owner.organisationId())
                .param("body", revision.body().toString())
                .param("sha256", revision.sha256())
                .param("findings", json.writeValueAsString(revision.findings()))
                .param("questions", json.writeValueAsString(revision.questions()))
                .param("now", now)
                .param("actor", owner.actor())
                .update();
        answers.file(planId, number);
        jdbc.sql("""
                        insert into plan_personal_data (plan_id, revision, pointer, organisation_id, value)
                        select :plan, :revision, key, :organisation, value from jsonb_each(:values::jsonb)""")
                .param("plan", planId)
                .param("revision", number)
                .param("organisation", owner.organisationId())
                .param("values", json.writeValueAsString(revision.personalData()))
                .update();
    }

    private static JdbcClient.StatementSpec columns(
            JdbcClient.StatementSpec statement, UUID planId, int number, Plan plan) {
        return statement
                .param("id", planId)
                .param("revision", number)
                .param("planName", plan.planName())
                .param("policyholderName", plan.policyholder().name())
                .param("policyholderCode", plan.policyholder().creditCode())
                .param("form", plan.form().name())
                .param("direction", plan.direction().name());
    }

    private PlanRevision revision(ResultSet row, int number) throws SQLException {
        return new PlanRevision(
                row.getObject("plan_id", UUID.class),
                row.getInt("revision"),
                row.getObject("organisation_id", UUID.class),
                json.readTree(row.getString("body")),
                row.getString("sha256"),
                json.readValue(row.getString("findings"), new TypeReference<List<Finding>>() {}),
                json.readTree(row.getString("questions")),
                row.getObject("valid_from", LocalDate.class),
                instant(row, 8),
                row.getString("recorded_by"));
    }

    private static PlanRow planRow(ResultSet row, int number) throws SQLException {
        return new PlanRow(
                row.getObject("id", UUID.class),
                row.getObject("organisation_id", UUID.class),
                row.getInt("revision"),
                row.getString("plan_name"),
                row.getString("policyholder_name"),
                row.getString("policyholder_code"),
                row.getString("form"),
                row.getString("direction"),
                instant(row, 9),
                instant(row, 10));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** The day that the plan names, else the day on which it came in. */
    private LocalDate validFrom(Plan plan, OffsetDateTime now) {
        return plan.asOf() == null ? LocalDate.ofInstant(now.toInstant(), clock.getZone()) : plan.asOf();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
