package org.panbao.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.panbao.profile.AnswerFact;
import org.panbao.profile.Plan.AnswerState;
import org.panbao.profile.Plan.EvidenceKind;
import org.panbao.rulebook.RuleSource;
import org.panbao.rulebook.RuleSource.Condition;

class AnswersReadTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "questionId == \"Q-A\", state == AnswerState.NO; Q-A:NO",
                "questionId == \"Q-A\", ( state == AnswerState.NO || state == AnswerState.PARTIAL ); Q-A:PARTIAL Q-A:NO",
                "state == AnswerState.NO, questionId in ( \"Q-A\", \"Q-B\" ); Q-A:NO Q-B:NO",
                "state == AnswerState.NO; Q-A:NO Q-B:NO",
                "questionId == \"Q-A\" || state == AnswerState.NO, state == AnswerState.NO; Q-A:NO Q-B:NO",
                "questionId != \"Q-A\", state == AnswerState.NO; Q-A:NO Q-B:NO",
            })
    void readsWhatTheConditionsAllow(String constraints, String read) {
        assertThat(readBy(constraints)).containsExactly(read.split(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "questionId == \"Q-A\"",
                "questionId == \"Q-A\", ( state == AnswerState.NO || ( value != null && value > 0B ) )",
                "questionId == \"Q-A\", state != AnswerState.NO",
                "questionId == \"Q-A\", !( state == AnswerState.NO )",
            })
    void aConditionWrittenOtherwiseMayMatchAnyState(String constraints) {
        assertThat(readBy(constraints)).hasSize(AnswerState.values().length).allMatch(read -> read.startsWith("Q-A"));
    }

    private static List<String> readBy(String constraints) {
        Condition condition = new Condition(false, null, "AnswerFact", List.of(constraints.split(", (?![^(]*\\))")));
        AnswersRead answers = new AnswersRead(List.of(new RuleSource(
                "GAT-ABC-001", "something is wrong", "rules/gates/x.drl", 1, "", "proposal", List.of(condition), "")));
        List<String> read = new ArrayList<>();
        for (String question : List.of("Q-A", "Q-B")) {
            for (AnswerState state : AnswerState.values()) {
                if (answers.isRead(new AnswerFact(question, state, null, null, EvidenceKind.DECLARED, null))) {
                    read.add(question + ":" + state);
                }
            }
        }
        return read;
    }
}
