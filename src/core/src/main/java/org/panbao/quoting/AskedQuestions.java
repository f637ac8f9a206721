package org.panbao.quoting;

import java.util.Set;
import java.util.stream.Collectors;
import org.panbao.profile.Plan;
import org.panbao.profile.Plan.Form;
import org.panbao.rulebook.Question;
import org.panbao.rulebook.QuestionBank;

/** The questions that a plan is asked: those of its form, and of the packs that the facts of an insured call for. */
public final class AskedQuestions {

    private AskedQuestions() {}

    /** Their ids. */
    public static Set<String> of(Plan plan, QuestionBank bank) {
        PlanConditions conditions = new PlanConditions(plan);
        return bank.questions().stream()
                .filter(question -> plan.form() == Form.FULL || question.shortForm())
                .filter(question -> applies(question, plan, conditions))
                .map(Question::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean applies(Question question, Plan plan, PlanConditions conditions) {
        return !question.askedIf().isPack()
                || plan.insureds().stream().anyMatch(insured -> conditions.hold(question.askedIf(), insured));
    }
}
