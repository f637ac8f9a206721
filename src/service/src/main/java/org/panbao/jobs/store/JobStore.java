package org.panbao.jobs.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.panbao.access.Caller;
import org.panbao.access.Role;
import org.panbao.jobs.DoneItem;
import org.panbao.jobs.Job;
import org.panbao.jobs.JobState;
import org.panbao.storage.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Rows of {@code job}. A runner shows its token with every change, so that a job that was taken away from it takes
 * nothing more from it.
 */
@Repository
public class JobStore {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String JOBS =
            "select j.*, o.code as organisation_code from job j join organisation o on o.id = j.organisation_id ";

    private final JdbcClient jdbc;
    private final JobItemStore items;
    private final Clock clock;

    JobStore(JdbcClient jdbc, JobItemStore items, Clock clock) {
        this.jdbc = jdbc;
        this.items = items;
        this.clock = clock;
    }

    /** A job that nobody works on. */
    public record Waiting(UUID id, UUID organisationId) {}

    /** Another runner has the job. */
    public static final class TakenAway extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TakenAway(UUID id) {
            super("job " + id + " was taken away");
        }
    }

    public void insert(UUID id, Caller owner, String kind, Map<String, String> parameters, Instant now) {
        jdbc.sql("""
                        insert into job (id, organisation_id, kind, parameters, state, created_at, created_by, role)
                        values (:id, :organisation, :kind, :parameters::jsonb, 'QUEUED', :now, :actor, :role)""")
                .param("id", id)
                .param("organisation", owner.organisationId())
                .param("kind", kind)
                .param("parameters", JSON.writeValueAsString(parameters))
                .param("now", utc(now))
                .param("actor", owner.actor())
                .param("role", owner.role().slug())
                .update();
    }

    /** Jobs of this organisation that have not ended; others who ask wait until this transaction ends. */
    public int lockAndCountUnfinished(UUID organisation) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:name, 0))")
                .param("name", "jobs " + organisation)
                .query(rows -> {});
        return jdbc.sql("select count(*) from job where state in ('QUEUED', 'RUNNING')")
                .query(Integer.class)
                .single();
    }

    /** Removes old jobs of the organisation with their items; answers how many. */
    public int removeEndedBefore(Instant moment) {
        return jdbc.sql("delete from job where ended_at < :moment")
                .param("moment", utc(moment))
                .update();
    }

    /** Organisations that have such jobs; needs no transaction. */
    public List<UUID> organisationsWithEndedBefore(Instant moment) {
        return jdbc.sql("select organisation_id from organisations_with_jobs_ended(:moment)")
                .param("moment", utc(moment))
                .query(UUID.class)
                .list();
    }

    public Optional<Job> find(UUID id) {
        return jdbc.sql(JOBS + "where j.id = :id")
                .param("id", id)
                .query(JobStore::job)
                .optional();
    }

    /** Jobs, newest first; sort columns of the cursor: created at, id. */
    public List<Job> list(PageRequest page) {
        boolean first = page.after().isEmpty();
        return jdbc.sql(JOBS + """
                        where :first or (j.created_at, j.id) < (:createdAt, :id)
                        order by j.created_at desc, j.id desc
                        limit :limit""")
                .param("first", first)
                .param("createdAt", first ? OffsetDateTime.MAX : utc(page.afterInstant(0)))
                .param("id", first ? new UUID(0, 0) : page.afterId(1))
                .param("limit", page.fetch())
                .query(JobStore::job)
                .list();
    }

    /** Ends a waiting job, asks one at work to end; false when there is nothing to ask. */
    public boolean requestCancel(UUID id, Instant now) {
        return jdbc.sql("""
                        update job
                        set cancel_requested = true,
                            ended_at = case when state = 'QUEUED' then :now::timestamptz end,
                            state = case when state = 'QUEUED' then 'CANCELLED' else state end
                        where id = :id and state in ('QUEUED', 'RUNNING') and not cancel_requested""").param("id", id).param("now", utc(now)).update() > 0;
    }

    /** Jobs of all organisations that nobody works on; needs no transaction. */
    public List<Waiting> waiting(Duration silence) {
        return jdbc.sql("select id, organisation_id from waiting_jobs(make_interval(secs => :seconds))")
                .param("seconds", seconds(silence))
                .query((row, number) -> new Waiting(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .list();
    }

    /** Takes a job up under a token; empty when another process was first. */
    public Optional<Job> claim(UUID id, UUID token, Duration silence) {
        int taken = jdbc.sql("""
                        update job
                        set state = 'RUNNING', runner = :token, heartbeat_at = clock_timestamp(),
                            started_at = coalesce(started_at, :now), attempts = attempts + 1
                        where id = :id
                          and (state = 'QUEUED' or state = 'RUNNING'
                               and heartbeat_at < clock_timestamp() - make_interval(secs => :seconds))""")
                .param("id", id)
                .param("token", token)
                .param("now", utc(clock.instant()))
                .param("seconds", seconds(silence))
                .update();
        return taken == 0 ? Optional.empty() : find(id);
    }

    /** A sign of life; false when the job was taken away. */
    public boolean beat(UUID id, UUID token) {
        return jdbc.sql("update job set heartbeat_at = clock_timestamp() where id = :id and runner = :token")
                        .param("id", id)
                        .param("token", token)
                        .update()
                > 0;
    }

    /** Notes how many items there are; answers whether the job is to be cancelled. */
    public boolean count(UUID id, UUID token, int total) {
        return isCancelled(
                id, jdbc.sql("""
                        update job set total = :total, heartbeat_at = clock_timestamp()
                        where id = :id and runner = :token returning cancel_requested""").param("total", total).param("id", id).param("token", token));
    }

    /** Notes an item as done, in the transaction of its work; answers whether the job is to be cancelled. */
    public boolean keep(Job job, UUID token, DoneItem item) {
        items.insert(job, item);
        return isCancelled(
                job.id(),
                jdbc.sql("""
                        update job
                        set accepted = accepted + :accepted, refused = refused + 1 - :accepted, attempts = 0,
                            heartbeat_at = clock_timestamp()
                        where id = :id and runner = :token returning cancel_requested""")
                        .param("accepted", item.outcome().accepted() ? 1 : 0)
                        .param("id", job.id())
                        .param("token", token));
    }

    /** Puts a job back that this process left in good order; that was no attempt. False when it was taken away. */
    public boolean giveBack(UUID id, UUID token) {
        return jdbc.sql("""
                        update job set state = 'QUEUED', runner = null, heartbeat_at = null, attempts = greatest(attempts - 1, 0)
                        where id = :id and runner = :token""").param("id", id).param("token", token).update() > 0;
    }

    /** Puts a job back into the queue; false when it was taken away. */
    public boolean release(UUID id, UUID token) {
        return jdbc.sql("""
                        update job set state = 'QUEUED', runner = null, heartbeat_at = null
                        where id = :id and runner = :token""").param("id", id).param("token", token).update() > 0;
    }

    /** Ends a job; throws {@link TakenAway} when another runner has it. */
    public Job end(UUID id, UUID token, JobState state, @Nullable String failure) {
        int ended = jdbc.sql("""
                        update job
                        set state = :state, failure = :failure, ended_at = :now, runner = null, heartbeat_at = null
                        where id = :id and runner = :token""")
                .param("state", state.name())
                .param("failure", failure)
                .param("now", utc(clock.instant()))
                .param("id", id)
                .param("token", token)
                .update();
        return find(id).filter(job -> ended > 0).orElseThrow(() -> new TakenAway(id));
    }

    private static boolean isCancelled(UUID id, JdbcClient.StatementSpec update) {
        return update.query(Boolean.class).optional().orElseThrow(() -> new TakenAway(id));
    }

    private static Job job(ResultSet row, int number) throws SQLException {
        return new Job(
                row.getObject("id", UUID.class),
                new Caller(
                        row.getObject("organisation_id", UUID.class),
                        row.getString("organisation_code"),
                        Role.parse(row.getString("role")),
                        row.getString("created_by")),
                row.getString("kind"),
                JSON.readValue(row.getString("parameters"), new TypeReference<Map<String, String>>() {}),
                JobState.valueOf(row.getString("state")),
                row.getObject("total", Integer.class),
                row.getInt("accepted"),
                row.getInt("refused"),
                row.getBoolean("cancel_requested"),
                row.getString("failure"),
                row.getInt("attempts"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "started_at"),
                instant(row, "ended_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
