package org.panbao.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.panbao.profile.Profile;
import org.panbao.profile.ProfileFixtures;
import org.panbao.profile.ScenarioProfile;

class WhyNotTest {

    private final Rulebook rulebook = Rulebooks.current();
    private final Profile sound = ProfileFixtures.sound(rulebook.questions());

    @Test
    void namesTheConstraintAndTheValueThatFailsIt() {
        WhyNot why = explain("GAT-VUL-001", "Q-P1=YES:30");
        assertThat(why.fired()).isFalse();
        assertThat(why.constraint()).contains("value > 30");
        assertThat(why.values())
                .singleElement()
                .satisfies(values ->
                        assertThat(values).containsEntry("questionId", "Q-P1").containsEntry("value", "30"));
    }

    @Test
    void saysThatTheRuleFired() {
        assertThat(explain("GAT-VUL-001", "Q-P1=YES:31").fired()).isTrue();
    }

    /** The bank's other questions and the components that the rule does not read are left out. */
    @Test
    void aRuleThatFiredShowsTheFactsThatItMatched() {
        var fired = rulebook.firedOn(ProfileFixtures.facts(ScenarioProfile.of(sound, "Q-P1=YES:31")));

        assertThat(fired.get("GAT-VUL-001"))
                .containsExactly(new TreeMap<>(
                        Map.of("fact", "AnswerFact", "questionId", "Q-P1", "state", "YES", "value", "31")));
        assertThat(fired).doesNotContainKey("GAT-VUL-002");
    }

    @Test
    void namesThePatternForWhichThereIsNoFactAtAll() {
        WhyNot why = explain("GAT-SUP-002", "Q-S1-ALTERNATIVE=NO");
        assertThat(why.pattern()).startsWith("WantedCoverFact(");
        assertThat(why.values()).isEmpty();
    }

    @Test
    void showsTheFactThatBreaksANegatedPattern() {
        WhyNot why = rulebook.explain("COV-EXC-002", twoSystems());
        assertThat(why.pattern()).isEqualTo("not SystemFact( overseas == false )");
        assertThat(why.values())
                .singleElement()
                .satisfies(values -> assertThat(values).containsEntry("overseas", "false"));
    }

    private List<Object> twoSystems() {
        List<Object> facts = new ArrayList<>(ProfileFixtures.facts(sound));
        facts.addAll(ScenarioProfile.of(sound, "system.overseas=true").systems());
        return facts;
    }

    private WhyNot explain(String ruleId, String facts) {
        return rulebook.explain(ruleId, ProfileFixtures.facts(ScenarioProfile.of(sound, facts)));
    }
}
