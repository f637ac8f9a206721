package org.panbao.profile;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.panbao.profile.EnterpriseFact.Schedule;
import org.panbao.profile.Plan.AnswerState;
import org.panbao.profile.Plan.Conclusion;
import org.panbao.profile.Plan.Direction;
import org.panbao.profile.Plan.EvidenceKind;
import org.panbao.profile.Plan.Form;
import org.panbao.profile.Plan.Hosting;
import org.panbao.profile.Plan.SystemKind;
import org.panbao.rulebook.Question;
import org.panbao.rulebook.QuestionBank;

/** A small, sound enterprise on which no gate fires: every test changes only what it is about. */
public final class ProfileFixtures {

    public static final LocalDate RATING_DATE = LocalDate.of(2026, 3, 1);

    private ProfileFixtures() {}

    public static EnterpriseFact enterprise() {
        return new EnterpriseFact(
                Form.FULL,
                Direction.OTHER,
                Schedule.SINGLE,
                1,
                "M",
                "73",
                new BigDecimal("10000000"),
                new BigDecimal("40"),
                BigDecimal.ZERO,
                40,
                2,
                new BigDecimal("300000"),
                new BigDecimal("10"),
                0L,
                0L,
                false,
                false,
                false,
                false,
                false,
                null,
                null,
                0,
                null,
                false,
                false,
                List.of("110000"),
                List.of());
    }

    public static SystemFact system() {
        return new SystemFact(
                "sys-1",
                SystemKind.OFFICE,
                Hosting.ON_PREMISES,
                null,
                false,
                false,
                40L,
                2,
                null,
                new BigDecimal("72"),
                0L,
                2,
                true,
                100,
                Conclusion.CONFORMS,
                0,
                null);
    }

    /** "Yes", documented ten days ago, with the best value, or a date thirty days ago. */
    public static AnswerFact soundAnswer(Question question) {
        return switch (question.kind()) {
            case NONE -> new AnswerFact(question.id(), AnswerState.YES, null, null, EvidenceKind.DOCUMENTED, 10);
            case NUMBER ->
                new AnswerFact(question.id(), AnswerState.YES, bestValue(question), null, EvidenceKind.DOCUMENTED, 10);
            case DATE -> new AnswerFact(question.id(), AnswerState.YES, null, 30, EvidenceKind.DOCUMENTED, 10);
        };
    }

    private static BigDecimal bestValue(Question question) {
        if (!question.higherIsBetter()) {
            return BigDecimal.ZERO;
        }
        return new BigDecimal("percent".equals(question.unit()) ? "100" : "24");
    }

    public static Profile sound(QuestionBank bank) {
        List<AnswerFact> answers = new ArrayList<>();
        bank.questions().forEach(question -> answers.add(soundAnswer(question)));
        answers.sort(Comparator.comparing(AnswerFact::questionId));
        return new Profile(
                RATING_DATE,
                enterprise(),
                List.of(system()),
                answers,
                new IncidentFact(0, 0, 0, BigDecimal.ZERO),
                List.of(),
                new NeedFact(List.of(), null, null, false),
                new SecurityFact(true, true, 100, new BigDecimal("100"), 0, 2));
    }

    /** The profile with this answer in the place of the one to the same question. */
    public static Profile withAnswer(Profile profile, AnswerFact answer) {
        List<AnswerFact> answers = new ArrayList<>(profile.answers());
        answers.replaceAll(old -> old.questionId().equals(answer.questionId()) ? answer : old);
        return new Profile(
                profile.ratingDate(),
                profile.enterprise(),
                profile.systems(),
                answers,
                profile.incidents(),
                profile.wantedCovers(),
                profile.need(),
                profile.security());
    }

    public static List<Object> facts(Profile profile) {
        return profile.facts();
    }
}
