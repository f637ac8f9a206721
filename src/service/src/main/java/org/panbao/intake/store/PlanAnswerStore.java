package org.panbao.intake.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Answers of plans, one a row, with when they were recorded and as of when they hold. */
@Repository
public class PlanAnswerStore {

    private final JdbcClient jdbc;

    PlanAnswerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Files the answers of a revision just stored, in its transaction. */
    void file(UUID planId, int revision) {
        jdbc.sql("""
                        insert into plan_answer (plan_id, revision, organisation_id, recorded_at, recorded_by, pointer,
                                                 question_id, asserted_by, state, evidence, assessment_reference, value,
                                                 value_date, valid_from)
                        select r.plan_id, r.revision, r.organisation_id, r.recorded_at, r.recorded_by, a.*
                        from plan_revision r cross join lateral plan_answers(r.body, r.valid_from) a
                        where r.plan_id = :plan and r.revision = :revision""").param("plan", planId).param("revision", revision).update();
    }

    /** The answers of the newest revision that had come in by {@code instant}, in their order; empty before the first. */
    public List<AnswerRow> knownAt(UUID planId, Instant instant) {
        return jdbc.sql("""
                        select * from plan_answer
                        where plan_id = :plan
                          and revision = (select max(revision) from plan_revision
                                          where plan_id = :plan and recorded_at <= :instant)
                        order by length(pointer), pointer""")
                .param("plan", planId)
                .param("instant", instant.atOffset(ZoneOffset.UTC))
                .query(PlanAnswerStore::row)
                .list();
    }

    private static AnswerRow row(ResultSet row, int number) throws SQLException {
        return new AnswerRow(
                row.getInt("revision"),
                row.getString("pointer"),
                row.getString("question_id"),
                row.getString("asserted_by"),
                row.getString("state"),
                row.getString("evidence"),
                row.getString("assessment_reference"),
                row.getBigDecimal("value"),
                row.getObject("value_date", LocalDate.class),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("recorded_by"));
    }
}
