package org.panbao.quoting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.panbao.profile.AnswerFact;
import org.panbao.profile.Plan;
import org.panbao.profile.Plan.AnswerState;
import org.panbao.profile.Plan.Direction;
import org.panbao.profile.Plan.EvidenceKind;
import org.panbao.profile.Plan.Form;
import org.panbao.profile.Plan.Hosting;
import org.panbao.profile.Plan.Insured;
import org.panbao.profile.Plan.PlanAnswer;
import org.panbao.rulebook.Question;
import org.panbao.rulebook.Question.AskedIf;
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

    private record Key(String questionId, @Nullable String insuredId) {}

    private final Plan plan;
    private final List<Insured> insureds;
    private final LocalDate ratingDate;
    private final Map<Key, PlanAnswer> answers = new HashMap<>();

    AnswerDeriver(Plan plan, List<Insured> insureds, LocalDate ratingDate) {
        this.plan = plan;
        this.insureds = insureds;
        this.ratingDate = ratingDate;
        for (PlanAnswer answer : plan.security().answers()) {
            answers.put(new Key(answer.questionId(), answer.insuredId()), answer);
        }
    }

    /** Exactly one answer for each question, sorted by question id. */
    List<AnswerFact> derive(QuestionBank bank) {
        List<AnswerFact> facts = new ArrayList<>();
        for (Question question : bank.questions()) {
            facts.add(applies(question.askedIf()) ? worst(question) : bare(question, AnswerState.NOT_APPLICABLE));
        }
        facts.sort(Comparator.comparing(AnswerFact::questionId));
        return facts;
    }

    private boolean applies(AskedIf condition) {
        return switch (condition) {
            case ALWAYS -> true;
            case OPERATIONAL_TECHNOLOGY -> anyTrue(Insured::operationalTechnology);
            case CONNECTED_VEHICLES -> plan.direction() == Direction.CONNECTED_VEHICLES;
            case CLOUD_HOSTING ->
                plan.informatization().systems().stream()
                        .anyMatch(system ->
                                system.hosting() == Hosting.PUBLIC_CLOUD || system.hosting() == Hosting.HYBRID);
            case CRITICAL_INFRASTRUCTURE -> anyTrue(Insured::criticalInfrastructureOperator);
            case DATA_EXPORT -> anyTrue(Insured::dataExport);
        };
    }

    private boolean anyTrue(Function<Insured, @Nullable Boolean> fact) {
        return insureds.stream().anyMatch(insured -> Boolean.TRUE.equals(fact.apply(insured)));
    }

    private AnswerFact worst(Question question) {
        AnswerFact worst = null;
        for (Insured insured : insureds) {
            PlanAnswer own = answers.get(new Key(question.id(), insured.insuredId()));
            PlanAnswer given = own == null ? answers.get(new Key(question.id(), null)) : own;
            AnswerFact fact = given == null ? missing(question) : fact(given);
            worst = worst == null ? fact : worse(question, worst, fact);
        }
        return worst == null ? missing(question) : worst;
    }

    private AnswerFact missing(Question question) {
        boolean asked = plan.form() == Form.FULL || question.shortForm();
        return bare(question, asked ? AnswerState.UNANSWERED : AnswerState.NOT_ASKED);
    }

    private static AnswerFact bare(Question question, AnswerState state) {
        return new AnswerFact(question.id(), state, null, null, EvidenceKind.DECLARED, null);
    }

    /** "Not applicable" counts only with the fact that makes it so; a number or date only with an answer it qualifies. */
    private AnswerFact fact(PlanAnswer answer) {
        AnswerState state = answer.state();
        String because = answer.notApplicableBecause();
        if (state == AnswerState.NOT_APPLICABLE && (because == null || because.isBlank())) {
            state = AnswerState.UNANSWERED;
        }
        return new AnswerFact(
                answer.questionId(),
                state,
                answer.value(),
                ProfileDeriver.ageDays(answer.date(), ratingDate),
                evidence(answer),
                ProfileDeriver.ageDays(answer.answeredOn(), ratingDate));
    }

    private static EvidenceKind evidence(PlanAnswer answer) {
        EvidenceKind kind = answer.evidence();
        String reference = answer.assessmentReference();
        if (kind == EvidenceKind.MEASURED && (reference == null || reference.isBlank())) {
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
