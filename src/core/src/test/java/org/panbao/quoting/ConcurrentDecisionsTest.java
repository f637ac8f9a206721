package org.panbao.quoting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.panbao.rulebook.Rulebook;
import org.panbao.rulebook.Rulebooks;

/**
 * A decision does not depend on what other threads decide. The counterpart, one shared stateful session that fails the
 * same test, is {@code SharedSessionTest} of the rulebook.
 */
class ConcurrentDecisionsTest {

    private static final int THREADS = 8;
    private static final int DECISIONS = 1_000_000;

    @Test
    void aMillionDecisionsOnEightThreadsEqualTheSingleThreadResult() throws Exception {
        Rulebook rulebook = Rulebooks.current();
        List<QuoteInput> inputs = SamplePlans.expected().stream()
                .map(expected -> SamplePlans.input(expected, rulebook))
                .toList();
        List<QuoteOutcome> alone = inputs.stream()
                .map(input -> QuoteDecider.decide(input, rulebook))
                .toList();

        AtomicInteger next = new AtomicInteger();
        AtomicInteger different = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                running.add(threads.submit(() -> {
                    for (int i = next.getAndIncrement(); i < DECISIONS; i = next.getAndIncrement()) {
                        int plan = i % inputs.size();
                        if (!QuoteDecider.decide(inputs.get(plan), rulebook).equals(alone.get(plan))) {
                            different.incrementAndGet();
                        }
                    }
                }));
            }
            awaitAll(running);
        } finally {
            threads.shutdownNow();
        }
        assertThat(different).hasValue(0);
        assertThat(next.get()).isGreaterThanOrEqualTo(DECISIONS);
    }

    private static void awaitAll(List<Future<?>> running) throws InterruptedException, ExecutionException {
        for (Future<?> future : running) {
            future.get();
        }
    }
}
