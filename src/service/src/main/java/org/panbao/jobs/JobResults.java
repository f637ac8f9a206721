package org.panbao.jobs;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Problem;
import org.panbao.jobs.store.JobItemStore;
import org.panbao.storage.Page;
import org.panbao.storage.PageRequest;
import org.springframework.stereotype.Component;

/** What became of the items of a job. */
@Component
public class JobResults {

    private final Jobs jobs;
    private final JobItemStore items;

    JobResults(Jobs jobs, JobItemStore items) {
        this.jobs = jobs;
        this.items = items;
    }

    /** Items done so far, in the order of the input; throws {@link Problem} NOT_FOUND when the caller has no such job. */
    public Page<DoneItem> list(UUID jobId, @Nullable Integer limit, @Nullable String cursor) {
        Job job = jobs.load(jobId);
        PageRequest page = PageRequest.of("job-items", 1, limit, cursor);
        int next = (int) Math.min(Math.max(page.afterNumber(), 0), job.done());
        return Page.of(
                items.from(jobId, next, page.fetch()), page, item -> List.of(Integer.toString(item.position() + 1)));
    }
}
