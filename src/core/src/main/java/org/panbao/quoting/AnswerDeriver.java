package org.panbao.quoting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.panbao.profile.AnswerFact;
import org.panbao.profile.AssessmentFact;
import org.panbao.profile.Plan;
import org.panbao.profile.Plan.AnswerState;
import org.panbao.profile.Plan.EvidenceKind;
import org.panbao.profile.Plan.Insured;
import org.panbao.profile.Plan.PlanAnswer;
import org.panbao.rulebook.Question;
import org.panbao.rulebook.Question.ValueKind;
import org.panbao.rulebook.QuestionBank;

/**
 * The answer that counts for every question of the bank: the worst over the insureds, part by part. An answer of the plan
 * as a whole stands for every insured that gives none of its own.
 */
final class AnswerDeriver {

    /** From the worst answer to the best; one that does not apply has given way to any other. */
    private static final List<AnswerState> WORST_FIRST = List.of(
            AnswerState.NO, AnswerState.UNANSWERED, AnswerState.PARTIAL, AnswerState.NOT_ASKED, AnswerState.YES);

    private final Plan plan;
    private final List<Insured> insureds;
    private final LocalDate ratingDate;
    private final QuestionBank bank;
    private final PlanAnswers answers;

    AnswerDeriver(Plan plan, List<Insured> insureds, LocalDate ratingDate, QuestionBank bank) {
        this.plan = plan;
        this.insureds = insureds;
        this.ratingDate = ratingDate;
        this.bank = bank;
        this.answers = new PlanAnswers(plan);
    }

    /** The assessments that favourable answers of these insureds cite, each once; the service holds none yet. */
    List<AssessmentFact> assessments() {
        return plan.security().answers().stream()
                .filter(answer -> ProfileDeriver.belongs(answer.insuredId(), insureds))
                .filter(answer -> answer.state() == AnswerState.YES || answer.state() == AnswerState.PARTIAL)
                .filter(this::isAsked)
                .filter(answer -> evidence(answer) == EvidenceKind.MEASURED)
                .map(PlanAnswer::assessmentReference)
                .filter(Objects::nonNull)
                .map(String::strip)
                .distinct()
                .map(reference -> new AssessmentFact(reference, false))
                .toList();
    }

    private boolean isAsked(PlanAnswer answer) {
        Question question = bank.find(answer.questionId());
        return question == null || !answers.isBesideThePoint(answer, question, insureds);
    }

    /** Exactly one answer for each question, sorted by question id. */
    List<AnswerFact> derive() {
        return bank.questions().stream()
                .map(this::worst)
                .sorted(Comparator.comparing(AnswerFact::questionId))
                .toList();
    }

    private AnswerFact worst(Question question) {
        List<AnswerFact> facts = insureds.stream()
                .map(insured -> answerOf(insured, question))
                .filter(fact -> fact.state() != AnswerState.NOT_APPLICABLE)
                .distinct()
                .toList();
        if (facts.isEmpty()) {
            return bare(question, AnswerState.NOT_APPLICABLE);
        }
        return facts.size() == 1 ? facts.get(0) : worstParts(question, facts);
    }

    private AnswerFact answerOf(Insured insured, Question question) {
        PlanAnswer given = answers.find(question, insured);
        AnswerState state = answers.state(question, insured);
        return given == null ? bare(question, state) : fact(given, state);
    }

    private static AnswerFact bare(Question question, AnswerState state) {
        return new AnswerFact(question.id(), state, null, null, EvidenceKind.DECLARED, null);
    }

    private AnswerFact fact(PlanAnswer answer, AnswerState state) {
        return new AnswerFact(
                answer.questionId(),
                state,
                answer.value(),
                ProfileDeriver.ageDays(answer.date(), ratingDate),
                evidence(answer),
                ProfileDeriver.ageDays(answer.answeredOn(), ratingDate));
    }

    private EvidenceKind evidence(PlanAnswer answer) {
        EvidenceKind kind = answer.evidence();
        if (kind == EvidenceKind.MEASURED && !bank.namesAnAssessment(answer.assessmentReference())) {
            return EvidenceKind.DOCUMENTED;
        }
        return kind == null ? EvidenceKind.DECLARED : kind;
    }

    /**
     * Each part on its own, so that what one insured states favourably never stands in for what another left out, and a
     * bad figure beside a "yes" is not lost behind another's "partial".
     */
    private static AnswerFact worstParts(Question question, List<AnswerFact> facts) {
        List<BigDecimal> values = stated(facts, AnswerFact::value);
        List<Integer> ages = stated(facts, AnswerFact::answerAgeDays);
        return new AnswerFact(
                question.id(),
                Collections.min(
                        facts.stream().map(AnswerFact::state).toList(), Comparator.comparing(WORST_FIRST::indexOf)),
                values.isEmpty() ? null : question.higherIsBetter() ? Collections.min(values) : Collections.max(values),
                oldest(stated(facts, AnswerFact::dateAgeDays)),
                Collections.min(facts.stream().map(AnswerFact::evidence).toList()),
                ages.size() < facts.size() ? null : oldest(ages),
                question.kind() != ValueKind.NONE && facts.stream().anyMatch(AnswerDeriver::hasNoFigure));
    }

    private static <T> List<T> stated(List<AnswerFact> facts, Function<AnswerFact, @Nullable T> part) {
        List<T> stated = new ArrayList<>();
        for (AnswerFact fact : facts) {
            T value = part.apply(fact);
            if (value != null) {
                stated.add(value);
            }
        }
        return stated;
    }

    private static @Nullable Integer oldest(List<Integer> ages) {
        return ages.isEmpty() ? null : Collections.max(ages);
    }

    private static boolean hasNoFigure(AnswerFact fact) {
        return fact.value() == null && fact.dateAgeDays() == null;
    }
}
