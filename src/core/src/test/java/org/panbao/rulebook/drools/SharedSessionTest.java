package org.panbao.rulebook.drools;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;
import org.panbao.profile.Profile;
import org.panbao.quoting.SamplePlans;
import org.panbao.rulebook.Hit;
import org.panbao.rulebook.Rulebook;
import org.panbao.rulebook.Rulebooks;

/**
 * Why {@code ConcurrentDecisionsTest} (quoting) can pass: the same sample plans on as many threads are right with a
 * session per call, as {@link DroolsRuleSet} has it, and wrong through one shared stateful session.
 */
class SharedSessionTest {

    private static final int THREADS = 8;
    private static final int ROUNDS = 400;

    private final Rulebook rulebook = Rulebooks.current();
    private final List<Profile> profiles = SamplePlans.expected().stream()
            .map(expected -> SamplePlans.input(expected, rulebook).profile())
            .toList();

    @Test
    @Timeout(120)
    void aSessionPerCallGivesTheSingleThreadAnswers() throws Exception {
        assertThat(wrongAnswers(profile -> rulebook.riskRules().fire(profile.facts()), THREADS))
                .isZero();
    }

    @Test
    @Timeout(120)
    void oneSharedStatefulSessionGivesWrongAnswers() throws Exception {
        KieSession shared = ((DroolsRuleSet) rulebook.riskRules()).base().newKieSession();
        try {
            // alone it is right, so it is the sharing that makes it wrong
            assertThat(wrongAnswers(profile -> fireShared(shared, profile), 1)).isZero();
            assertThat(wrongAnswers(profile -> fireShared(shared, profile), THREADS))
                    .isPositive();
        } finally {
            shared.dispose();
        }
    }

    /** Inserts, fires, collects and takes out again, as a caller would who believes the session to be his own. */
    private static List<Hit> fireShared(KieSession session, Profile profile) {
        List<FactHandle> handles = new ArrayList<>();
        profile.facts().forEach(fact -> handles.add(session.insert(fact)));
        session.fireAllRules();
        List<Hit> hits = new ArrayList<>();
        for (FactHandle handle : session.getFactHandles(Hit.class::isInstance)) {
            hits.add((Hit) session.getObject(handle));
            handles.add(handle);
        }
        handles.forEach(session::delete);
        return hits;
    }

    private int wrongAnswers(Function<Profile, List<Hit>> decide, int threadCount) throws InterruptedException {
        List<List<String>> expected = new ArrayList<>();
        profiles.forEach(profile -> expected.add(texts(rulebook.riskRules().fire(profile.facts()))));
        ExecutorService threads = Executors.newFixedThreadPool(threadCount);
        List<Future<Integer>> results = new ArrayList<>();
        for (int thread = 0; thread < threadCount; thread++) {
            int start = thread;
            results.add(threads.submit(counting(decide, expected, start)));
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(100, TimeUnit.SECONDS)).isTrue();
        int wrong = 0;
        for (Future<Integer> result : results) {
            try {
                wrong += result.get();
            } catch (ExecutionException e) {
                wrong++; // a session broken by another thread counts as a wrong answer
            }
        }
        return wrong;
    }

    private Callable<Integer> counting(Function<Profile, List<Hit>> decide, List<List<String>> expected, int start) {
        return () -> {
            int wrong = 0;
            for (int i = 0; i < ROUNDS; i++) {
                int index = (start + i) % profiles.size();
                if (!texts(decide.apply(profiles.get(index))).equals(expected.get(index))) {
                    wrong++;
                }
            }
            return wrong;
        };
    }

    private static List<String> texts(List<Hit> hits) {
        return hits.stream().map(Hit::toString).distinct().sorted().toList();
    }
}
