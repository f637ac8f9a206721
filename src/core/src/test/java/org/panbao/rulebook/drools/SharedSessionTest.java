package org.panbao.rulebook.drools;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
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
import org.panbao.profile.ProfileFixtures;
import org.panbao.profile.ScenarioProfile;
import org.panbao.rulebook.Hit;
import org.panbao.rulebook.Rulebook;
import org.panbao.rulebook.Rulebooks;

/** A session per call is right under any number of threads; one shared stateful session is not. Both are shown. */
class SharedSessionTest {

    private static final int THREADS = 8;
    private static final List<String> QUESTIONS = List.of("Q-P2", "Q-B2", "Q-I1-VPN", "Q-R1");

    private final Rulebook rulebook = Rulebooks.current();
    private final List<Profile> profiles = profiles();

    @Test
    @Timeout(120)
    void aSessionPerCallGivesTheSingleThreadAnswers() throws Exception {
        assertThat(wrongAnswers(profile -> rulebook.riskRules().fire(ProfileFixtures.facts(profile)), 400))
                .isZero();
    }

    @Test
    @Timeout(120)
    void oneSharedStatefulSessionGivesWrongAnswers() throws Exception {
        KieSession shared = ((DroolsRuleSet) rulebook.riskRules()).base().newKieSession();
        try {
            assertThat(wrongAnswers(profile -> fireShared(shared, profile), 400))
                    .isPositive();
        } finally {
            shared.dispose();
        }
    }

    /** Inserts, fires, collects and takes out again, as a caller would who believes the session to be his own. */
    private static List<Hit> fireShared(KieSession session, Profile profile) {
        List<FactHandle> handles = new ArrayList<>();
        ProfileFixtures.facts(profile).forEach(fact -> handles.add(session.insert(fact)));
        session.fireAllRules();
        List<Hit> hits = new ArrayList<>();
        for (FactHandle handle : session.getFactHandles(Hit.class::isInstance)) {
            hits.add((Hit) session.getObject(handle));
            handles.add(handle);
        }
        handles.forEach(session::delete);
        hits.sort((a, b) -> a.toString().compareTo(b.toString()));
        return hits;
    }

    private int wrongAnswers(Function<Profile, List<Hit>> decide, int rounds) throws InterruptedException {
        List<List<String>> expected = new ArrayList<>();
        profiles.forEach(profile -> expected.add(texts(rulebook.riskRules().fire(ProfileFixtures.facts(profile)))));
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        List<Future<Integer>> results = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            int start = thread;
            results.add(threads.submit(counting(decide, expected, start, rounds)));
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

    private Callable<Integer> counting(
            Function<Profile, List<Hit>> decide, List<List<String>> expected, int start, int rounds) {
        return () -> {
            int wrong = 0;
            for (int i = 0; i < rounds; i++) {
                int index = (start + i) % profiles.size();
                if (!texts(decide.apply(profiles.get(index))).equals(expected.get(index))) {
                    wrong++;
                }
            }
            return wrong;
        };
    }

    private static List<String> texts(List<Hit> hits) {
        String[] texts = hits.stream().map(Hit::toString).toArray(String[]::new);
        Arrays.sort(texts);
        return List.of(texts);
    }

    /** Sixteen profiles of which no two have the same hits. */
    private List<Profile> profiles() {
        Profile sound = ProfileFixtures.sound(rulebook.questions());
        List<Profile> found = new ArrayList<>();
        for (int mask = 0; mask < 16; mask++) {
            Profile profile = sound;
            for (int bit = 0; bit < 4; bit++) {
                if ((mask >> bit & 1) == 1) {
                    profile = ScenarioProfile.of(profile, QUESTIONS.get(bit) + "=NO");
                }
            }
            found.add(profile);
        }
        return found;
    }
}
