package org.panbao.quoting;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.panbao.profile.Plan;
import org.panbao.profile.Plan.AnswerState;
import org.panbao.profile.Plan.Form;
import org.panbao.profile.Plan.Insured;
import org.panbao.profile.Plan.PlanAnswer;
import org.panbao.rulebook.Question;

/** The answers of a plan and what each of them counts as. An answer of the plan as a whole stands for every insured. */
final class PlanAnswers {

    private record Key(String questionId, @Nullable String insuredId) {}

    private static final Set<AnswerState> STATED = EnumSet.of(AnswerState.YES, AnswerState.PARTIAL, AnswerState.NO);

    private final Plan plan;
    private final PlanConditions conditions;
    private final Map<Key, PlanAnswer> answers = new HashMap<>();

    PlanAnswers(Plan plan) {
        this.plan = plan;
        this.conditions = new PlanConditions(plan);
        for (PlanAnswer answer : plan.security().answers()) {
            answers.put(new Key(answer.questionId(), answer.insuredId()), answer);
        }
    }

    /** The insured's own answer, else that of the plan; null when there is neither. */
    @Nullable
    PlanAnswer find(Question question, Insured insured) {
        PlanAnswer own = answers.get(new Key(question.id(), insured.insuredId()));
        return own == null ? answers.get(new Key(question.id(), null)) : own;
    }

    /**
     * Yes, partial and no stand as they are given, but in a pack that does not concern the insured. "Not applicable" stands
     * where the plan's facts make it so; "not asked" says that the form does not ask. Anything else asked for is unanswered,
     * whatever the plan calls it.
     */
    AnswerState state(Question question, Insured insured) {
        PlanAnswer given = find(question, insured);
        AnswerState state = given == null ? AnswerState.UNANSWERED : given.state();
        boolean ruledOut = !conditions.hold(question.askedIf(), insured);
        if (ruledOut && (question.askedIf().isPack() || state == AnswerState.NOT_APPLICABLE)) {
            return AnswerState.NOT_APPLICABLE;
        }
        return switch (state) {
            case YES, PARTIAL, NO -> state;
            case NOT_APPLICABLE, NOT_ASKED, UNANSWERED ->
                isAsked(question) ? AnswerState.UNANSWERED : AnswerState.NOT_ASKED;
        };
    }

    /** Whether an answer counts for any of these insureds: stands for one of them, and in a pack that concerns it. */
    boolean counts(PlanAnswer answer, Question question, List<Insured> insureds) {
        return insureds.stream()
                .filter(insured -> answer.equals(find(question, insured)))
                .anyMatch(insured -> state(question, insured) != AnswerState.NOT_APPLICABLE);
    }

    /** Whether an answer says yes, partial or no to a question that concerns none of those of these insureds whose it is. */
    boolean isBesideThePoint(PlanAnswer answer, Question question, List<Insured> insureds) {
        return STATED.contains(answer.state())
                && insureds.stream().anyMatch(insured -> answer.equals(find(question, insured)))
                && !counts(answer, question, insureds);
    }

    private boolean isAsked(Question question) {
        return plan.form() == Form.FULL || question.shortForm();
    }
}
