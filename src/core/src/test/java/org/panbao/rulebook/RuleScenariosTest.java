package org.panbao.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.panbao.profile.Profile;
import org.panbao.profile.ProfileFixtures;
import org.panbao.profile.ScenarioProfile;

/** Every row of every {@code scenarios} file beside the rules is a test. */
class RuleScenariosTest {

    private final Rulebook rulebook = Rulebooks.current();
    private final Profile sound = ProfileFixtures.sound(rulebook.questions());

    @TestFactory
    Stream<DynamicTest> everyScenarioRow() {
        return scenarioRows().stream()
                .map(row -> DynamicTest.dynamicTest(row.id() + " " + row.text("scenario"), () -> {
                    Set<String> fired = fired(ScenarioProfile.of(sound, row.text("facts")));
                    assertThat(fired.contains(row.text("rule")))
                            .as("%s on %s fires; fired: %s", row.text("rule"), row.text("facts"), fired)
                            .isEqualTo(row.yes("fires"));
                }));
    }

    @Test
    void everyRuleHasAScenarioThatHitsAndOneThatDoesNot() {
        Set<String> covered = new HashSet<>();
        scenarioRows().forEach(row -> covered.add(row.path() + " " + row.text("rule") + " " + row.text("fires")));
        List<String> missing = new ArrayList<>();
        for (RuleSource rule : rulebook.rules()) {
            String scenarios = rule.path().replaceFirst("([^/]+)\\.drl$", "scenarios/$1.csv") + " " + rule.id() + " ";
            for (String fires : List.of("yes", "no")) {
                if (!covered.contains(scenarios + fires)) {
                    missing.add(scenarios + fires);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void noGateFiresOnTheSoundEnterprise() {
        assertThat(rulebook.riskRules().fire(ProfileFixtures.facts(sound)))
                .filteredOn(hit -> !(hit instanceof Hit.InherentHit))
                .isEmpty();
    }

    private List<CsvTable.Row> scenarioRows() {
        List<CsvTable.Row> rows = new ArrayList<>();
        for (RuleSource rule : rulebook.rules()) {
            String path = rule.path().replaceFirst("([^/]+)\\.drl$", "scenarios/$1.csv");
            if (rows.stream().noneMatch(row -> row.path().equals(path))) {
                rows.addAll(rulebook.table(path).rows());
            }
        }
        return rows;
    }

    private Set<String> fired(Profile profile) {
        Set<String> ids = new HashSet<>();
        List<Object> facts = ProfileFixtures.facts(profile);
        rulebook.riskRules().fire(facts).forEach(hit -> ids.add(hit.ruleId()));
        rulebook.coverRules().fire(facts).forEach(hit -> ids.add(hit.ruleId()));
        return ids;
    }
}
