package org.panbao.jobs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.panbao.access.Caller;
import org.panbao.access.CurrentCaller;
import org.panbao.audit.AuditLog;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;
import org.panbao.jobs.store.JobInputStore;
import org.panbao.jobs.store.JobStore;
import org.panbao.storage.Page;
import org.panbao.storage.PageRequest;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Takes jobs in and cancels them, in the transaction of a request. */
@Component
public class Jobs {

    private static final String SUBJECT = "job";

    private final JobStore store;
    private final JobInputStore inputs;
    private final JobRunner runner;
    private final JobSettings settings;
    private final CurrentCaller caller;
    private final AuditLog audit;
    private final Clock clock;

    Jobs(
            JobStore store,
            JobInputStore inputs,
            JobRunner runner,
            JobSettings settings,
            CurrentCaller caller,
            AuditLog audit,
            Clock clock) {
        this.store = store;
        this.inputs = inputs;
        this.runner = runner;
        this.settings = settings;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Takes a job of the caller in, with a copy of {@code input}; it begins when this transaction has committed. Throws
     * {@link Problem} STATE_CONFLICT when the organisation has as many unfinished jobs as it may have.
     */
    public Job submit(String kind, Map<String, String> parameters, Path input) {
        Caller owner = caller.require();
        Instant now = clock.instant();
        if (store.lockAndCountUnfinished(owner.organisationId()) >= settings.unfinished()) {
            throw new Problem(
                    ProblemCode.STATE_CONFLICT,
                    Map.of("state", "JOBS_UNFINISHED", "action", "SUBMIT", "reason", "too-many-jobs"));
        }
        UUID id = UUID.randomUUID();
        store.insert(id, owner, kind, parameters, now);
        try (InputStream bytes = Files.newInputStream(input)) {
            inputs.put(id, owner.organisationId(), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        audit.append("job.submitted", SUBJECT, id.toString(), Map.of("kind", kind));
        beginAfterCommit();
        return load(id);
    }

    /** Jobs of the caller's organisation, newest first; a null limit is the usual one, a null cursor the beginning. */
    public Page<Job> list(@Nullable Integer limit, @Nullable String cursor) {
        PageRequest page = PageRequest.of("jobs", 2, limit, cursor);
        return Page.of(store.list(page), page, Jobs::key);
    }

    private static List<String> key(Job job) {
        return List.of(job.createdAt().toString(), job.id().toString());
    }

    /** A job of the caller's organisation; throws {@link Problem} NOT_FOUND when there is none with this id. */
    public Job load(UUID id) {
        return store.find(id).orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND));
    }

    /**
     * Asks a job to stop: at once when nobody works on it, else before its next item. Does nothing to a job that was
     * asked before or has ended. Answers the job as it stands then; throws {@link Problem} as {@link #load} does.
     */
    public Job cancel(UUID id) {
        if (store.requestCancel(id, clock.instant())) {
            audit.append("job.cancel-requested", SUBJECT, id.toString(), Map.of());
            if (load(id).state().isEnd()) {
                inputs.remove(id);
            }
        }
        return load(id);
    }

    private void beginAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                runner.wake();
            }
        });
    }
}
