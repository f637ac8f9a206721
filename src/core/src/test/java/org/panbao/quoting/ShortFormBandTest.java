package org.panbao.quoting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.panbao.rating.Step;
import org.panbao.rating.Step.RowHit;
import org.panbao.rulebook.Question;
import org.panbao.rulebook.Question.ValueKind;
import org.panbao.rulebook.Rulebook;
import org.panbao.rulebook.Rulebooks;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where the short form of the inclusive product leads. Every asked answer of a clinic is worth the same; what is not asked
 * keeps its default credit. With s and n the weights of asked and other questions in a dimension, effectiveness is
 * Σ w · (s · credit + Σ n · default) ÷ (s + Σ n) ÷ Σ w over the eight general dimensions: 15.09 where nothing asked is in
 * place, and 31.87 more at full credit.
 */
class ShortFormBandTest {

    private static final Rulebook RULEBOOK = Rulebooks.current();

    @ParameterizedTest
    @CsvSource({
        "UNANSWERED, DECLARED, 15.09, D-RSK-01",
        "PARTIAL, DECLARED, 23.06, D-RSK-02",
        "YES, DECLARED, 31.03, D-RSK-02",
        "YES, DOCUMENTED, 38.99, D-RSK-03",
        "YES, MEASURED, 46.96, D-RSK-03"
    })
    void theMiddleRowIsTheDefaultAndBetterAnswersRaise(
            String state, String evidence, BigDecimal effectiveness, String row) {
        QuoteInput input = SamplePlans.input("dental-clinic.json", "sample-d", RULEBOOK, plan -> {
            for (JsonNode answer : plan.at("/security/answers")) {
                if (!answer.path("questionId").asString().equals("Q-G8")) {
                    answer((ObjectNode) answer, state, evidence);
                }
            }
        });

        QuoteOutcome outcome = QuoteDecider.decide(input, RULEBOOK);

        assertThat(outcome.assessment().effectiveness().percent()).isEqualByComparingTo(effectiveness);
        assertThat(rows(outcome)).containsOnly(row);
    }

    private static void answer(ObjectNode answer, String state, String evidence) {
        Question question = Objects.requireNonNull(
                RULEBOOK.questions().find(answer.path("questionId").asString()));
        answer.remove(List.of("value", "date"));
        answer.put("state", state).put("evidence", evidence).put("answeredOn", "2026-11-15");
        if (question.kind() == ValueKind.NUMBER) {
            answer.put("value", question.higherIsBetter() ? "100" : "0");
        }
        if (question.kind() == ValueKind.DATE) {
            answer.put("date", "2026-11-01");
        }
        if (evidence.equals("MEASURED")) {
            answer.put("assessmentReference", "SAMPLE-SCAN-2026-11");
        }
    }

    private static List<String> rows(QuoteOutcome outcome) {
        return Objects.requireNonNull(outcome.rating()).steps().stream()
                .filter(step -> step.subject().equals("RISK_MANAGEMENT"))
                .map(Step::hit)
                .filter(Objects::nonNull)
                .map(RowHit::row)
                .toList();
    }
}
