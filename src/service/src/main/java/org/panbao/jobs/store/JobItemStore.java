package org.panbao.jobs.store;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.panbao.jobs.DoneItem;
import org.panbao.jobs.ItemFinding;
import org.panbao.jobs.ItemOutcome;
import org.panbao.jobs.Job;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What became of the items of jobs. */
@Repository
public class JobItemStore {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    JobItemStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Job job, DoneItem item) {
        jdbc.sql("""
                        insert into job_item (job_id, position, organisation_id, key, accepted, result, findings)
                        values (:job, :position, :organisation, :key, :accepted, :result::jsonb, :findings::jsonb)""")
                .param("job", job.id())
                .param("position", item.position())
                .param("organisation", job.owner().organisationId())
                .param("key", item.key())
                .param("accepted", item.outcome().accepted())
                .param("result", JSON.writeValueAsString(item.outcome().result()))
                .param("findings", JSON.writeValueAsString(item.outcome().findings()))
                .update();
    }

    /** Items from a position on, in their order. */
    public List<DoneItem> from(UUID jobId, int position, int limit) {
        return jdbc.sql("""
                        select position, key, accepted, result, findings from job_item
                        where job_id = :job and position >= :position
                        order by position limit :limit""")
                .param("job", jobId)
                .param("position", position)
                .param("limit", limit)
                .query((row, number) -> new DoneItem(
                        row.getInt(1),
                        row.getString(2),
                        new ItemOutcome(
                                row.getBoolean(3),
                                JSON.readValue(row.getString(4), new TypeReference<Map<String, String>>() {}),
                                JSON.readValue(row.getString(5), new TypeReference<List<ItemFinding>>() {}))))
                .list();
    }
}
