package org.panbao.jobs;

import java.io.IOException;
import java.nio.file.Path;

/** Work of one kind, which a module offers as a bean. */
public interface JobWork {

    /** Name of the kind, for example {@code plan-import}. */
    String kind();

    /**
     * Opens the input of a job at the item after those that are done; called outside a transaction, again when the job
     * was interrupted. Throws a {@code Problem} when the input cannot be worked on, which fails the job.
     */
    JobItems open(Job job, Path input) throws IOException;
}
