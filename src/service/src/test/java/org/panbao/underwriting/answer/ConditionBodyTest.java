package org.panbao.underwriting.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.panbao.underwriting.answer.QuoteBody.ConditionBody;
import tools.jackson.databind.json.JsonMapper;

class ConditionBodyTest {

    private static final String KEPT = """
            {"ruleId": "GAT-IDN-007", "kind": "WITHIN_DAYS", "subject": "Q-I2-EXPOSED",
             "text": {"zh": "整改", "en": "mend"}, "dueDays": 14%s}""";

    @Test
    void oneThatWasKeptBeforeItNamedInsuredsNamesNone() {
        ConditionBody condition = read(KEPT.formatted(""));

        assertThat(condition.insureds()).isEmpty();
        assertThat(condition.whose()).isEmpty();
    }

    @Test
    void namesTheInsuredsThatItComesFrom() {
        assertThat(read(KEPT.formatted(", \"insureds\": [\"I1\", \"I3\"]")).whose())
                .isEqualTo(" (I1, I3)");
    }

    private static ConditionBody read(String json) {
        return JsonMapper.shared().readValue(json, ConditionBody.class);
    }
}
