package org.panbao.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.panbao.web.SeenFacts.Seen;
import tools.jackson.databind.json.JsonMapper;

class SeenFactsTest {

    private final SeenFacts seen = new SeenFacts(JsonMapper.shared().readTree("""
            {"question": {"profile": {
              "enterprise": {"staffCount": "420", "regions": ["110000"]},
              "answers": [{"questionId": "Q-A1", "state": "YES", "value": "93", "evidence": "MEASURED",
                           "answerAgeDays": "4"},
                          {"questionId": "Q-B1", "state": "UNANSWERED", "value": null, "evidence": "DECLARED",
                           "answerAgeDays": null}]}}}
            """));

    @Test
    void anAnswerHasItsEvidenceAndAge() {
        assertThat(seen.of("Q-A1")).isEqualTo(new Seen("YES", "93", "MEASURED", "4"));
        assertThat(seen.of("Q-B1")).isEqualTo(new Seen("UNANSWERED", null, "DECLARED", null));
    }

    @Test
    void aFactIsFoundByItsPath() {
        assertThat(seen.of("enterprise.staffCount")).isEqualTo(new Seen(null, "420", null, null));
    }

    @Test
    void aListAndWhatIsNoFactShowNothing() {
        Seen nothing = new Seen(null, null, null, null);
        assertThat(seen.of("enterprise.regions")).isEqualTo(nothing);
        assertThat(seen.of("S1")).isEqualTo(nothing);
    }
}
