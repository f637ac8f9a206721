package org.panbao.quoting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.panbao.coverage.Line;
import org.panbao.profile.Plan.Form;
import org.panbao.profile.ProfileFixtures;
import org.panbao.quoting.AuthorityMatrix.Authority;
import org.panbao.rulebook.RuleCache;
import org.panbao.rulebook.Rulebook;
import org.panbao.rulebook.SmallRelease;
import org.panbao.scoring.DimensionScore;
import org.panbao.scoring.RiskAssessor;

/** A stored release from before columns and tables were added is read as it was meant then. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EarlierReleaseTest {

    private final Rulebook earlier = Rulebook.load(
            SmallRelease.without(
                    Set.of("rules/scoring/pack-weights.csv"),
                    Map.of(
                            "rules/scoring/dimensions.csv", Set.of("effectiveness_weight"),
                            "rules/gates/authority.csv", Set.of("form", "takes_blocked"))),
            RuleCache.none());

    @AfterAll
    void close() {
        earlier.close();
    }

    @Test
    void everyDimensionWeighsInEffectivenessWhatItWeighsInTheScore() {
        assertThat(RiskAssessor.assess(ProfileFixtures.sound(earlier.questions()), earlier)
                        .dimensions())
                .isNotEmpty()
                .allSatisfy(
                        dimension -> assertThat(dimension.effectivenessWeight()).isEqualTo(dimension.weight()))
                .extracting(DimensionScore::dimension)
                .contains("GOVERNANCE");
    }

    @Test
    void automaticAcceptanceAsksNeitherForTheFormNorForWhatIsBlocked() {
        assertThat(AuthorityMatrix.of(earlier)
                        .required(
                                new AuthorityMatrix.Case(Form.FULL, Line.PROPERTY, true, new BigDecimal("1000000")),
                                BigDecimal.ONE))
                .isEqualTo(Authority.AUTOMATIC);
    }
}
