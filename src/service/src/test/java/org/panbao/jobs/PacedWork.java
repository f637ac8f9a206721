package org.panbao.jobs;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import org.panbao.base.Severity;
import org.panbao.base.Text;
import org.panbao.support.PanbaoServer;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Work that goes as far as a test lets it: each item waits for a permit. The item {@code "bad"} is refused, the item
 * {@code "broken"} writes a row and then throws.
 */
final class PacedWork implements JobWork {

    static final String KIND = "test-paced";

    private static final PacedWork INSTANCE = new PacedWork();

    private final Map<UUID, Semaphore> permits = new ConcurrentHashMap<>();
    private final Map<UUID, Queue<String>> done = new ConcurrentHashMap<>();
    private JdbcClient jdbc;

    /** The work of this kind in the shared server. */
    static synchronized PacedWork in(PanbaoServer server) {
        if (INSTANCE.jdbc == null) {
            INSTANCE.jdbc = server.bean(JdbcClient.class);
            server.context().getBeanFactory().registerSingleton("pacedWork", INSTANCE);
        }
        return INSTANCE;
    }

    /** Lets a job do this many items more. */
    void permit(UUID job, int items) {
        permits.computeIfAbsent(job, id -> new Semaphore(0)).release(items);
    }

    /** Keys of the items that were begun for a job, in their order. */
    List<String> begun(UUID job) {
        return List.copyOf(done.getOrDefault(job, new ConcurrentLinkedQueue<>()));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public JobItems open(Job job, Path input) {
        List<String> keys = List.of(job.parameters().get("items").split(","));
        return new JobItems() {
            private int next = job.done();

            @Override
            public int total() {
                return keys.size();
            }

            @Override
            public boolean hasNext() {
                return next < keys.size();
            }

            @Override
            public JobItem next() {
                return new Item(job, keys.get(next++));
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
    }

    private final class Item implements JobItem {

        private final Job job;
        private final String key;

        Item(Job job, String key) {
            this.job = job;
            this.key = key;
        }

        @Override
        public String key() {
            return key;
        }

        @Override
        public ItemOutcome run() {
            permits.computeIfAbsent(job.id(), id -> new Semaphore(0)).acquireUninterruptibly();
            done.computeIfAbsent(job.id(), id -> new ConcurrentLinkedQueue<>()).add(key);
            if (key.equals("broken")) {
                jdbc.sql("insert into job_input (job_id, part, organisation_id, bytes) values (:job, 99, :owner, '')")
                        .param("job", job.id())
                        .param("owner", job.owner().organisationId())
                        .update();
                throw new IllegalStateException("as planned");
            }
            return key.equals("bad")
                    ? new ItemOutcome(
                            false,
                            Map.of(),
                            List.of(new ItemFinding(
                                    "=sum.csv",
                                    7,
                                    "name",
                                    Severity.ERROR,
                                    "wrong",
                                    new Text("=1+1 不对", "\"wrong\""),
                                    null)))
                    : new ItemOutcome(true, Map.of("made", key), List.of());
        }
    }
}
