package org.panbao.quoting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.panbao.coverage.Line;
import org.panbao.profile.Plan.Form;
import org.panbao.profile.ProfileFixtures;
import org.panbao.quoting.AuthorityMatrix.Authority;
import org.panbao.rulebook.ReleaseFiles;
import org.panbao.rulebook.RuleCache;
import org.panbao.rulebook.Rulebook;
import org.panbao.rulebook.SmallRelease;
import org.panbao.scoring.DimensionScore;
import org.panbao.scoring.RiskAssessor;

/** A stored release from before columns and tables were added is read as it was meant then. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EarlierReleaseTest {

    private final Rulebook earlier = Rulebook.load(withoutSchedules(withoutPacks()), RuleCache.none());

    private static ReleaseFiles withoutPacks() {
        return SmallRelease.without(
                Set.of("rules/scoring/pack-weights.csv"),
                Map.of(
                        "rules/scoring/dimensions.csv", Set.of("effectiveness_weight"),
                        "rules/gates/authority.csv", Set.of("form", "takes_blocked")));
    }

    private static ReleaseFiles withoutSchedules(ReleaseFiles release) {
        Map<String, byte[]> files = new TreeMap<>(release.files());
        replace(files, "rules/messages/quoting.csv", "QUO-SCHEDULE,.*\n");
        replace(files, "rules/products/sample-a/product.yaml", "schedule:\n(  .*\n)+");
        return ReleaseFiles.of(files);
    }

    private static void replace(Map<String, byte[]> files, String path, String gone) {
        files.computeIfPresent(
                path,
                (same, text) -> new String(text, UTF_8).replaceAll(gone, "").getBytes(UTF_8));
    }

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
    void severalInsuredsAreOneRisk() {
        SamplePlans.Expected group = SamplePlans.expected().stream()
                .filter(expected -> expected.file().equals("paper-group.json"))
                .findFirst()
                .orElseThrow();

        QuoteOutcome outcome = QuoteDecider.decide(SamplePlans.input(group, earlier), earlier);

        assertThat(earlier.hasReason("QUO-SCHEDULE")).isFalse();
        assertThat(outcome.insureds()).isEmpty();
        assertThat(outcome.rating()).isNotNull();
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
