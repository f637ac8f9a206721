package org.panbao.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.panbao.audit.AuditLog;
import org.panbao.jobs.store.JobInputStore;
import org.panbao.jobs.store.JobStore;
import org.panbao.storage.TemporaryFiles;
import org.panbao.storage.TenantTransactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Takes waiting jobs up, a few at a time, also those that another process left. While this process stops, its jobs end
 * their item and go back to the queue.
 */
@Component
final class JobRunner implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
    private static final long LONGEST_STOP_SECONDS = 20;
    private static final Duration BETWEEN_SWEEPS = Duration.ofMinutes(10);

    private final JobSettings settings;
    private final JobStore store;
    private final TenantTransactions transactions;
    private final JobRun.Parts parts;
    private final ObjectProvider<JobWork> works;
    private final Clock clock;
    private final Set<JobRun> running = ConcurrentHashMap.newKeySet();
    private final Semaphore free;
    private final ExecutorService pool;
    private final ScheduledExecutorService timer;
    private volatile @Nullable ScheduledFuture<?> ticks;
    private Instant nextSweep = Instant.EPOCH; // the timer's alone

    JobRunner(
            JobSettings settings,
            JobStore store,
            JobInputStore inputs,
            TenantTransactions transactions,
            AuditLog audit,
            TemporaryFiles files,
            ObjectProvider<JobWork> works,
            Clock clock) {
        this.settings = settings;
        this.store = store;
        this.transactions = transactions;
        this.parts = new JobRun.Parts(store, inputs, transactions, audit, files);
        this.works = works;
        this.clock = clock;
        this.free = new Semaphore(settings.threads());
        this.pool = Executors.newFixedThreadPool(settings.threads(), work -> new Thread(work, "job"));
        this.timer = Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "jobs-timer"));
    }

    @Override
    public void start() {
        ticks = timer.scheduleWithFixedDelay(this::tick, 0, settings.poll().toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Looks for waiting jobs now. */
    void wake() {
        try {
            timer.execute(this::tick);
        } catch (RejectedExecutionException e) {
            LOG.debug("stopping; the job waits for the next start", e);
        }
    }

    /** What fails here, the next tick tries again. */
    private void tick() {
        try {
            running.forEach(JobRun::beat);
            sweepWhenDue();
            for (JobStore.Waiting job : store.waiting(settings.silence())) {
                if (!free.tryAcquire()) {
                    return;
                }
                takeUp(job);
            }
        } catch (RuntimeException e) {
            LOG.warn("could not look after jobs: {}", e.toString());
        }
    }

    private void sweepWhenDue() {
        Instant now = clock.instant();
        if (!now.isBefore(nextSweep)) {
            nextSweep = now.plus(BETWEEN_SWEEPS);
            sweep();
        }
    }

    /** Removes jobs of all organisations that ended long ago; what fails here, the next sweep tries again. */
    void sweep() {
        Instant moment = clock.instant().minus(settings.retention());
        try {
            for (UUID organisation : store.organisationsWithEndedBefore(moment)) {
                transactions.inOrganisation(organisation, () -> store.removeEndedBefore(moment));
            }
        } catch (RuntimeException e) {
            LOG.warn("could not remove ended jobs: {}", e.toString());
        }
    }

    private void takeUp(JobStore.Waiting waiting) {
        UUID token = UUID.randomUUID();
        Optional<Job> claimed;
        try {
            claimed = transactions.inOrganisation(
                    waiting.organisationId(), () -> store.claim(waiting.id(), token, settings.silence()));
        } catch (RuntimeException e) {
            // the jobs behind it go on
            LOG.warn("job {} could not be taken up: {}", waiting.id(), e.toString());
            claimed = Optional.empty();
        }
        claimed.ifPresentOrElse(job -> begin(new JobRun(parts, job, token), job), free::release);
    }

    private void begin(JobRun run, Job job) {
        running.add(run);
        pool.execute(() -> {
            try {
                work(run, job);
            } catch (RuntimeException e) {
                LOG.warn("job {} was left as it stands: {}", job.id(), e.toString());
            } finally {
                running.remove(run);
                free.release();
                wake();
            }
        });
    }

    private void work(JobRun run, Job job) {
        Optional<JobWork> work =
                works.stream().filter(each -> each.kind().equals(job.kind())).findFirst();
        if (work.isEmpty()) {
            run.fail("unknown-kind");
        } else if (job.attempts() > settings.attempts()) {
            run.fail("gave-up");
        } else {
            run.run(work.get());
        }
    }

    @Override
    public void stop() {
        ticks = null;
        timer.shutdownNow();
        running.forEach(JobRun::stop);
        pool.shutdown();
        try {
            if (!pool.awaitTermination(LONGEST_STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("a job did not reach the end of its item; it will be taken up again");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return ticks != null;
    }
}
