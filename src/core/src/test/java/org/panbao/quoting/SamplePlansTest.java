package org.panbao.quoting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.panbao.quoting.SamplePlans.Expected;
import org.panbao.rating.RatingResult;
import org.panbao.rulebook.Rulebook;
import org.panbao.rulebook.Rulebooks;

/** The rules decide the sample plans as underwriting judged them beforehand. */
class SamplePlansTest {

    private static final Rulebook RULEBOOK = Rulebooks.current();

    @ParameterizedTest
    @MethodSource("expected")
    void rulesDecideAsUnderwritingJudged(Expected expected) {
        QuoteOutcome outcome = QuoteDecider.decide(SamplePlans.input(expected, RULEBOOK), RULEBOOK);

        assertThat(outcome.decision()).as("reasons: %s", outcome.reasons()).isEqualTo(expected.decision());
    }

    /** A decline has no premium; everything else has one that leaves nothing to be chosen. */
    @ParameterizedTest
    @MethodSource("expected")
    void onlyADeclineHasNoPremium(Expected expected) {
        QuoteOutcome outcome = QuoteDecider.decide(SamplePlans.input(expected, RULEBOOK), RULEBOOK);

        RatingResult rating = outcome.rating();
        if (expected.decision() == Decision.DECLINE) {
            assertThat(rating).isNull();
        } else {
            assertThat(rating).isNotNull();
            assertThat(rating.isComplete()).isTrue();
        }
    }

    static List<Expected> expected() {
        return SamplePlans.expected();
    }
}
