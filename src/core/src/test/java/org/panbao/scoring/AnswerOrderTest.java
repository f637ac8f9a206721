package org.panbao.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.panbao.profile.AnswerFact;
import org.panbao.profile.Plan.AnswerState;
import org.panbao.profile.Plan.EvidenceKind;
import org.panbao.profile.Profile;
import org.panbao.profile.ProfileFixtures;
import org.panbao.profile.ScenarioProfile;
import org.panbao.rulebook.Hit;
import org.panbao.rulebook.Hit.CriticalGapHit;
import org.panbao.rulebook.Question;
import org.panbao.rulebook.Question.ValueKind;
import org.panbao.rulebook.Rulebook;
import org.panbao.rulebook.Rulebooks;

/** Over the whole bank, with every pack: no answer decides better than a less unfavourable one. */
class AnswerOrderTest {

    private static final Rulebook RULEBOOK = Rulebooks.current();

    /** From what asks for nothing to what refuses; points are compared apart. */
    private static final Map<GateEffect, Integer> SEVERITY = Map.of(
            GateEffect.LOAD, 0,
            GateEffect.REFER, 0,
            GateEffect.CONDITION, 1,
            GateEffect.COVER_BLOCK, 2,
            GateEffect.BIND_BLOCK, 2,
            GateEffect.DECLINE, 3);

    static Stream<Question> bank() {
        return RULEBOOK.questions().questions().stream();
    }

    private static List<Profile> firms() {
        Profile sound = ProfileFixtures.sound(RULEBOOK.questions());
        String packs = "enterprise.operationalTechnology=true; "
                + "enterprise.packs=OPERATIONAL_TECHNOLOGY+INDUSTRIAL_INTERNET+TELECOM_INTERNET+FINANCE+CLOUD_HOSTING; ";
        return List.of(
                ScenarioProfile.of(sound, packs + "enterprise.industrialInternetGrade=2"),
                ScenarioProfile.of(sound, packs + "enterprise.industrialInternetGrade=3"),
                ScenarioProfile.of(sound, packs + "wanted=P01"));
    }

    private static RiskAssessment with(Profile firm, Question question, AnswerState state, boolean bad) {
        AnswerFact answer = new AnswerFact(
                question.id(),
                state,
                bad && question.kind() == ValueKind.NUMBER
                        ? question.higherIsBetter() ? question.min() : question.max()
                        : null,
                bad && question.kind() == ValueKind.DATE ? Integer.valueOf(3000) : null,
                EvidenceKind.DOCUMENTED,
                10);
        return RiskAssessor.assess(ProfileFixtures.withAnswer(firm, answer), RULEBOOK);
    }

    private static List<RiskAssessment> milder(Profile firm, Question question) {
        List<RiskAssessment> milder = new ArrayList<>();
        for (AnswerState state : List.of(AnswerState.YES, AnswerState.PARTIAL)) {
            milder.add(with(firm, question, state, false));
            milder.add(with(firm, question, state, true));
        }
        return milder;
    }

    private static int severity(RiskAssessment assessment) {
        return assessment.gates().stream()
                .mapToInt(gate -> SEVERITY.get(gate.effect()))
                .max()
                .orElse(0);
    }

    @ParameterizedTest
    @MethodSource("bank")
    void noIsNeverDecidedBetterThanPartialOrABadFigure(Question question) {
        for (Profile firm : firms()) {
            RiskAssessment no = with(firm, question, AnswerState.NO, false);
            boolean declined = !no.gates(GateEffect.DECLINE).isEmpty();
            for (RiskAssessment milder : milder(firm, question)) {
                assertThat(severity(no)).as(question.id()).isGreaterThanOrEqualTo(severity(milder));
                assertThat(declined
                                || no.referral().score() >= milder.referral().score())
                        .as(question.id())
                        .isTrue();
                assertThat(no.level()).as(question.id()).isGreaterThanOrEqualTo(milder.level());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("bank")
    void aCriticalGapOfNoIsOneOfUnansweredToo(Question question) {
        for (Profile firm : firms()) {
            assertThat(gaps(with(firm, question, AnswerState.UNANSWERED, false)))
                    .as(question.id())
                    .containsAll(gaps(with(firm, question, AnswerState.NO, false)));
        }
    }

    private static Set<String> gaps(RiskAssessment assessment) {
        return assessment.hits().stream()
                .filter(CriticalGapHit.class::isInstance)
                .map(Hit::ruleId)
                .collect(Collectors.toSet());
    }
}
