package org.panbao.quoting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.panbao.profile.AnswerFact;
import org.panbao.profile.AssessmentFact;
import org.panbao.profile.Plan;
import org.panbao.profile.Plan.AnswerState;
import org.panbao.profile.Plan.EvidenceKind;
import org.panbao.profile.Plan.Insured;
import org.panbao.profile.Plan.PlanAnswer;
import org.panbao.rulebook.Question;
import org.panbao.rulebook.QuestionBank;

/**
 * The answer that counts for every question of the bank: the worst over the insureds. An answer of the plan as a whole
 * stands for every insured that gives none of its own.
 */
final class AnswerDeriver {

    /** From the worst answer to the best; one that does not apply gives way to any other. */
    private static final List<AnswerState> WORST_FIRST = List.of(
            AnswerState.NO,
            AnswerState.UNANSWERED,
            AnswerState.PARTIAL,
            AnswerState.NOT_ASKED,
            AnswerState.YES,
            AnswerState.NOT_APPLICABLE);

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
                .filter(answer -> answer.insuredId() == null
                        || insureds.stream()
                                .anyMatch(insured -> insured.insuredId().equals(answer.insuredId())))
                .filter(answer -> answer.state() == AnswerState.YES || answer.state() == AnswerState.PARTIAL)
                .filter(answer -> evidence(answer) == EvidenceKind.MEASURED)
                .map(PlanAnswer::assessmentReference)
                .filter(Objects::nonNull)
                .map(String::strip)
                .distinct()
                .map(reference -> new AssessmentFact(reference, false))
                .toList();
    }

    /** Exactly one answer for each question, sorted by question id. */
    List<AnswerFact> derive() {
        return bank.questions().stream()
                .map(this::worst)
                .sorted(Comparator.comparing(AnswerFact::questionId))
                .toList();
    }

    private AnswerFact worst(Question question) {
        AnswerFact worst = null;
        for (Insured insured : insureds) {
            AnswerFact fact = answerOf(insured, question);
            worst = worst == null ? fact : worse(question, worst, fact);
        }
        return worst == null ? bare(question, AnswerState.UNANSWERED) : worst;
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

    private static AnswerFact worse(Question question, AnswerFact a, AnswerFact b) {
        int order = Integer.compare(WORST_FIRST.indexOf(a.state()), WORST_FIRST.indexOf(b.state()));
        if (order != 0) {
            return order < 0 ? a : b;
        }
        return new AnswerFact(
                a.questionId(),
                a.state(),
                worseValue(question, a.value(), b.value()),
                older(a.dateAgeDays(), b.dateAgeDays()),
                a.evidence().compareTo(b.evidence()) <= 0 ? a.evidence() : b.evidence(),
                older(a.answerAgeDays(), b.answerAgeDays()));
    }

    private static @Nullable BigDecimal worseValue(Question question, @Nullable BigDecimal a, @Nullable BigDecimal b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return question.higherIsBetter() ? a.min(b) : a.max(b);
    }

    private static @Nullable Integer older(@Nullable Integer a, @Nullable Integer b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return Integer.valueOf(Math.max(a, b));
    }
}
