package org.panbao.jobs;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.panbao.jobs.store.JobItemStore;
import org.panbao.storage.Page;
import org.panbao.storage.PageRequest;
import org.springframework.stereotype.Component;

/** What became of the items of a job. */
@Component
public class JobResults {

    private final JobItemStore items;

    JobResults(JobItemStore items) {
        this.items = items;
    }

    /** Items done so far, in the order of the input. */
    public Page<DoneItem> list(Job job, @Nullable Integer limit, @Nullable String cursor) {
        PageRequest page = PageRequest.of("job-items", 1, limit, cursor);
        int next = (int) Math.min(Math.max(page.afterNumber(), 0), job.done());
        return Page.of(
                items.from(job.id(), next, page.fetch()), page, item -> List.of(Integer.toString(item.position() + 1)));
    }
}
