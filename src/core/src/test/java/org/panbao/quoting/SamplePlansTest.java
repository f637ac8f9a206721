package org.panbao.quoting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
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
            assertThat(rating.annualTotal()).isNotNull();
        }
    }

    /** The bands of {@code sample-data/README.md}, in percent of the book. */
    @Test
    void theMixIsTheTargetOfTheSampleBook() {
        assertThat(percent(Decision.ACCEPT)).isBetween(35.0, 40.0);
        assertThat(percent(Decision.ACCEPT_WITH_CONDITIONS)).isBetween(25.0, 30.0);
        assertThat(percent(Decision.REFER)).isBetween(20.0, 25.0);
        assertThat(percent(Decision.DECLINE)).isBetween(10.0, 15.0);
    }

    private static double percent(Decision decision) {
        List<Decision> decided = expected().stream()
                .map(expected -> QuoteDecider.decide(SamplePlans.input(expected, RULEBOOK), RULEBOOK)
                        .decision())
                .toList();
        return 100.0 * decided.stream().filter(decision::equals).count() / decided.size();
    }

    static List<Expected> expected() {
        return SamplePlans.expected();
    }
}
