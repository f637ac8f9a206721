package org.panbao.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.panbao.profile.Plan.EvidenceKind;
import org.panbao.rulebook.Rulebooks;

class EvidenceWeightsTest {

    /** An undated answer must not be worth more than the oldest dated one of its kind. */
    @ParameterizedTest
    @CsvSource({"DECLARED, 0.25", "DOCUMENTED, 0.375", "MEASURED, 0.5"})
    void undatedIsTheOldestOfItsKind(EvidenceKind kind, String factor) {
        EvidenceWeights weights = new EvidenceWeights(Rulebooks.current().table("rules/scoring/evidence.csv"));

        assertThat(weights.weight(kind, null)).isEqualByComparingTo(factor);
        assertThat(weights.weight(kind, 36_500)).isEqualByComparingTo(factor);
    }
}
