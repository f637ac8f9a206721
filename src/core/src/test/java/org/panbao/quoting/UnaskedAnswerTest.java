package org.panbao.quoting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.panbao.base.Finding;
import org.panbao.base.Severity;
import org.panbao.profile.Plan.AnswerState;
import org.panbao.profile.Plan.Form;
import org.panbao.rating.Term;
import org.panbao.rulebook.Rulebook;
import org.panbao.rulebook.Rulebooks;
import org.panbao.scoring.Gate;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers to questions that concern nobody: a maker of machine tools without a cloud, which is no bank either. */
class UnaskedAnswerTest {

    private static final Rulebook RULEBOOK = Rulebooks.current();

    private static QuoteOutcome maker(Consumer<ObjectNode> change) {
        return QuoteDecider.decide(
                SamplePlans.input("machine-tool-maker.json", "sample-a", RULEBOOK, change), RULEBOOK);
    }

    private static void answer(ObjectNode plan, String question, String state) {
        ((ArrayNode) plan.at("/security/answers"))
                .addObject()
                .put("questionId", question)
                .put("state", state)
                .put("evidence", "DOCUMENTED")
                .put("answeredOn", "2026-11-13");
    }

    @ParameterizedTest
    @ValueSource(strings = {"YES", "PARTIAL", "NO", "UNANSWERED"})
    void theyMoveNeitherPremiumNorDecision(String state) {
        QuoteOutcome plain = maker(plan -> {});
        QuoteOutcome outcome = maker(plan ->
                List.of("Q-H1", "Q-H2", "Q-H3", "Q-H4", "Q-J2-TRANSFER").forEach(id -> answer(plan, id, state)));

        assertThat(outcome.decision()).isEqualTo(plain.decision());
        assertThat(outcome.assessment().gates()).extracting(Gate::ruleId).doesNotContain("GAT-FIN-002", "GAT-SUP-010");
        assertThat(outcome.rating().termTotal()).isEqualTo(plain.rating().termTotal());
        assertThat(outcome.assessment().overall())
                .isEqualByComparingTo(plain.assessment().overall());
    }

    @Test
    void theyAreTold() {
        AskedTerm year = new AskedTerm(Term.YEAR, null, List.of());
        List<Finding> findings = ScheduleDeriver.derive(
                        PlanFixtures.plan(
                                Form.FULL,
                                List.of(PlanFixtures.insured("I1", "3525", "1000000", "20")),
                                List.of(
                                        PlanFixtures.answer("Q-G1", null, AnswerState.YES),
                                        PlanFixtures.answer("Q-J2-TRANSFER", null, AnswerState.NO),
                                        PlanFixtures.answer("Q-J3-FRAUD", null, AnswerState.UNANSWERED))),
                        SamplePlans.RATING_DATE,
                        year,
                        RULEBOOK.questions())
                .findings();

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("answer-not-asked");
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.pointer()).isEqualTo("/plan/security/answers/1/state");
        });
    }
}
