package org.panbao.quoting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
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
        PlanAnswer own = answers.get(new Key(question.id(), insured.insuredId()));
        PlanAnswer given = own == null ? answers.get(new Key(question.id(), null)) : own;
        return given == null ? missing(question) : fact(given, question);
    }

    private AnswerFact missing(Question question) {
        return bare(question, isAsked(question) ? AnswerState.UNANSWERED : AnswerState.NOT_ASKED);
    }

    private boolean isAsked(Question question) {
        return plan.form() == Form.FULL || question.shortForm();
    }

    private static AnswerFact bare(Question question, AnswerState state) {
        return new AnswerFact(question.id(), state, null, null, EvidenceKind.DECLARED, null);
    }

    /** "Not applicable" counts only with the fact that makes it so, "not asked" only where the form does not ask. */
    private AnswerFact fact(PlanAnswer answer, Question question) {
        AnswerState state = answer.state();
        String because = answer.notApplicableBecause();
        boolean bareDenial = state == AnswerState.NOT_APPLICABLE && (because == null || because.isBlank());
        if (bareDenial || (state == AnswerState.NOT_ASKED && isAsked(question))) {
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
