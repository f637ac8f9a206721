package org.panbao.quoting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.panbao.rating.RateBasisTree;
import org.panbao.rating.RatingResult;
import org.panbao.rulebook.Rulebook;
import org.panbao.rulebook.Rulebooks;

/**
 * A decision, and at some their rate basis, does not depend on what other threads decide. The counterpart
 * is {@code SharedSessionTest} of the rulebook: the same plans on as many threads, through one shared stateful session,
 * give other results.
 */
class ConcurrentDecisionsTest {

    private static final int THREADS = 8;
    private static final int DECISIONS = 1_000_000;

    /** Each insured is a decision of its own; the group with two subsidiaries stands for them. */
    private static final Set<String> LARGE_SCHEDULES = Set.of("industrial-park.json", "security-vendor.json");

    private static final int TREE_EVERY = 101; // a prime, so that each plan has its turn

    @Test
    void aMillionDecisionsOnEightThreadsEqualTheSingleThreadResult() throws Exception {
        Rulebook rulebook = Rulebooks.current();
        List<QuoteInput> inputs = SamplePlans.expected().stream()
                .filter(expected -> !LARGE_SCHEDULES.contains(expected.file()))
                .map(expected -> SamplePlans.input(expected, rulebook))
                .toList();
        List<QuoteOutcome> alone = inputs.stream()
                .map(input -> QuoteDecider.decide(input, rulebook))
                .toList();

        List<Map<String, Object>> treesAlone =
                alone.stream().map(ConcurrentDecisionsTest::tree).toList();

        AtomicInteger next = new AtomicInteger();
        AtomicInteger different = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                running.add(threads.submit(() -> {
                    for (int i = next.getAndIncrement(); i < DECISIONS; i = next.getAndIncrement()) {
                        int plan = i % inputs.size();
                        QuoteOutcome outcome = QuoteDecider.decide(inputs.get(plan), rulebook);
                        boolean same = outcome.equals(alone.get(plan))
                                && (i % TREE_EVERY != 0 || tree(outcome).equals(treesAlone.get(plan)));
                        if (!same) {
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

    /** The steps of the premium; empty for a decline. */
    private static Map<String, Object> tree(QuoteOutcome outcome) {
        RatingResult rating = outcome.rating();
        return rating == null ? Map.of() : RateBasisTree.of(rating);
    }

    private static void awaitAll(List<Future<?>> running) throws InterruptedException, ExecutionException {
        for (Future<?> future : running) {
            future.get();
        }
    }
}
