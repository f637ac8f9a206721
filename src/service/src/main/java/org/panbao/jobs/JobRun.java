package org.panbao.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.panbao.audit.AuditLog;
import org.panbao.base.Messages;
import org.panbao.base.Problem;
import org.panbao.base.Severity;
import org.panbao.jobs.store.JobInputStore;
import org.panbao.jobs.store.JobStore;
import org.panbao.storage.TemporaryFiles;
import org.panbao.storage.TenantTransactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/** One taking-up of a job: its items in turn, until the last, a cancellation, or this process stops. */
final class JobRun {

    private static final Logger LOG = LoggerFactory.getLogger(JobRun.class);

    private final Parts parts;
    private final Job job;
    private final UUID token;
    private final Messages messages = Messages.of(JobRun.class, "jobs");
    private volatile boolean stopping;

    JobRun(Parts parts, Job job, UUID token) {
        this.parts = parts;
        this.job = job;
        this.token = token;
    }

    /** What every run works with. */
    record Parts(
            JobStore store,
            JobInputStore inputs,
            TenantTransactions transactions,
            AuditLog audit,
            TemporaryFiles files) {}

    /** Ends after the item that is being done. */
    void stop() {
        stopping = true;
    }

    /** Says that this process still works on the job. */
    void beat() {
        inJob(() -> parts.store().beat(job.id(), token));
    }

    /** Ends the job as FAILED; what was done before stays. */
    void fail(String failure) {
        end(JobState.FAILED, failure);
    }

    /** Does what is left of the job. */
    void run(JobWork work) {
        try {
            JobState state = through(work);
            if (state == JobState.QUEUED) {
                inJob(() -> parts.store().giveBack(job.id(), token));
            } else {
                end(state, null);
            }
        } catch (JobStore.TakenAway e) {
            LOG.info("job {} was taken up by another process", job.id());
        } catch (TransientDataAccessException | DataAccessResourceFailureException | TransactionException e) {
            LOG.warn("job {} goes back to the queue: {}", job.id(), e.toString());
            release();
        } catch (Problem e) {
            LOG.warn("job {} failed: {}", job.id(), e.code());
            fail(e.code().slug());
        } catch (IOException | RuntimeException e) {
            LOG.error("job {} failed", job.id(), e);
            fail("internal-error");
        }
    }

    private JobState through(JobWork work) throws IOException {
        Path input = parts.files().make("job");
        try {
            inJob(() -> copyInput(input));
            try (JobItems items = work.open(job, input)) {
                return through(items);
            }
        } finally {
            Files.deleteIfExists(input);
        }
    }

    private JobState through(JobItems items) {
        boolean cancelled = inJob(() -> parts.store().count(job.id(), token, items.total()));
        for (int position = job.done(); items.hasNext(); position++) {
            if (cancelled) {
                return JobState.CANCELLED;
            }
            if (stopping) {
                return JobState.QUEUED;
            }
            cancelled = done(position, items.next());
        }
        return JobState.DONE;
    }

    /** The item and its row in one transaction; answers whether the job is to be cancelled. */
    private boolean done(int position, JobItem item) {
        try {
            return inJob(() -> keep(new DoneItem(position, item.key(), item.run())));
        } catch (JobStore.TakenAway
                | TransientDataAccessException
                | DataAccessResourceFailureException
                | TransactionException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("job {}: item {} failed", job.id(), position, e);
            return inJob(() -> keep(new DoneItem(position, item.key(), failed())));
        }
    }

    private boolean keep(DoneItem item) {
        return parts.store().keep(job, token, item);
    }

    private ItemOutcome failed() {
        ItemFinding finding = ItemFinding.of(
                Severity.ERROR,
                "item-failed",
                messages.text("item-failed", Map.of("job", job.id().toString())));
        return new ItemOutcome(false, Map.of(), List.of(finding));
    }

    private boolean copyInput(Path file) {
        try {
            parts.inputs().copyTo(job.id(), file);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void release() {
        inJob(() -> parts.store().release(job.id(), token));
    }

    private void end(JobState state, @Nullable String failure) {
        inJob(() -> {
            Job ended = parts.store().end(job.id(), token, state, failure);
            parts.inputs().remove(job.id());
            parts.audit()
                    .append(
                            job.owner().who(),
                            "job.ended",
                            "job",
                            job.id().toString(),
                            Map.of(
                                    "state",
                                    state.name(),
                                    "accepted",
                                    Integer.toString(ended.accepted()),
                                    "refused",
                                    Integer.toString(ended.refused())));
            return ended;
        });
    }

    private <T> T inJob(Supplier<T> work) {
        return parts.transactions().inOrganisation(job.owner().organisationId(), work);
    }
}
