package org.panbao.scoring;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.panbao.profile.ProfileFixtures;
import org.panbao.rulebook.RuleCache;
import org.panbao.rulebook.Rulebook;
import org.panbao.rulebook.RulebookException;
import org.panbao.rulebook.SmallRelease;

/** Tables on packs that make no sense are refused with their line. */
class PackWeightsTest {

    private static final String WEIGHTS = "rules/scoring/pack-weights.csv";
    private static final String DIMENSIONS = "rules/scoring/dimensions.csv";

    /** The first row gives exposure 15; the dimension has 12 of its own. */
    @Test
    void aPackMayNotTakeWeightFromADimension() {
        assertThatThrownBy(() -> assess(WEIGHTS, "OPERATIONAL_TECHNOLOGY,,,,15,", "OPERATIONAL_TECHNOLOGY,,,,11,"))
                .isInstanceOf(RulebookException.class)
                .hasMessageContaining(WEIGHTS + ":2")
                .hasMessageContaining("NETWORK_EXPOSURE");
    }

    @Test
    void aPackNeedsANameThatIsKnown() {
        assertThatThrownBy(() -> assess(WEIGHTS, "\nFINANCE,", "\nBANKING,"))
                .isInstanceOf(RulebookException.class)
                .hasMessageContaining("no pack is named BANKING");
    }

    /** Incidents are a condition of a question and no pack. */
    @Test
    void aDimensionAppliesToAPackOrToEverybody() {
        assertThatThrownBy(() -> assess(DIMENSIONS, ",45,FINANCE,", ",45,INCIDENTS,"))
                .isInstanceOf(RulebookException.class)
                .hasMessageContaining("no pack is named INCIDENTS");
    }

    private static void assess(String path, String find, String replacement) {
        try (Rulebook rulebook = Rulebook.load(SmallRelease.with(path, find, replacement), RuleCache.none())) {
            RiskAssessor.assess(ProfileFixtures.sound(rulebook.questions()), rulebook);
        }
    }
}
