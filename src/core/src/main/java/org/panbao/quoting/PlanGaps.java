package org.panbao.quoting;

import java.util.ArrayList;
import java.util.List;
import org.panbao.profile.Plan;
import org.panbao.profile.Plan.AnswerState;
import org.panbao.profile.Plan.EvidenceKind;
import org.panbao.profile.Plan.Insured;
import org.panbao.profile.Plan.PlanAnswer;
import org.panbao.profile.UnstatedFact;
import org.panbao.rulebook.Question;
import org.panbao.rulebook.QuestionBank;

/** Where a plan states less than a decision needs, or states it twice over: the places, for whoever filed it. */
public final class PlanGaps {

    /** What is the matter. */
    public enum Kind {
        /** A fact that a gate reads is not stated. */
        UNSTATED,
        /** "Not applicable", though facts of the plan say that it does apply. */
        APPLICABLE,
        /** No operational technology, though a control system is listed. */
        CONTROL_SYSTEM,
        /** A measured answer cites an assessment that the service does not hold. */
        ASSESSMENT_NOT_HELD
    }

    /** A place, as a JSON pointer into the plan. */
    public record Gap(Kind kind, String pointer) {}

    private final Plan plan;
    private final QuestionBank bank;
    private final List<Gap> gaps = new ArrayList<>();

    private PlanGaps(Plan plan, QuestionBank bank) {
        this.plan = plan;
        this.bank = bank;
    }

    /** All gaps of a plan, those of facts first. Figures that an answer lacks are not among them. */
    public static List<Gap> of(Plan plan, QuestionBank bank) {
        PlanGaps search = new PlanGaps(plan, bank);
        search.addFacts();
        search.addInsureds();
        search.addAnswers();
        return List.copyOf(search.gaps);
    }

    private void addFacts() {
        for (UnstatedFact unstated : UnstatedFacts.find(plan, plan.insureds(), bank)) {
            if (bank.find(unstated.name()) == null) {
                gaps.add(new Gap(Kind.UNSTATED, UnstatedFacts.pointer(plan, unstated)));
            }
        }
    }

    private void addInsureds() {
        PlanConditions conditions = new PlanConditions(plan);
        for (int i = 0; i < plan.insureds().size(); i++) {
            Insured insured = plan.insureds().get(i);
            boolean denied = !Boolean.TRUE.equals(insured.operationalTechnology());
            if (denied && conditions.runsControlSystem(insured)) {
                gaps.add(new Gap(Kind.CONTROL_SYSTEM, "/insureds/" + i + "/operationalTechnology"));
            }
        }
    }

    private void addAnswers() {
        PlanAnswers answers = new PlanAnswers(plan);
        for (int i = 0; i < plan.security().answers().size(); i++) {
            PlanAnswer answer = plan.security().answers().get(i);
            String pointer = "/security/answers/" + i;
            if (answer.state() == AnswerState.NOT_APPLICABLE && applies(answer, answers)) {
                gaps.add(new Gap(Kind.APPLICABLE, pointer + "/state"));
            }
            if (answer.evidence() == EvidenceKind.MEASURED && bank.namesAnAssessment(answer.assessmentReference())) {
                gaps.add(new Gap(Kind.ASSESSMENT_NOT_HELD, pointer + "/assessmentReference"));
            }
        }
    }

    /** Whether the answer counts as something else for any insured that it stands for. */
    private boolean applies(PlanAnswer answer, PlanAnswers answers) {
        Question question = bank.find(answer.questionId());
        return question != null && answers.counts(answer, question, plan.insureds());
    }
}
