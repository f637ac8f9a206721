package org.panbao.profile;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.panbao.profile.Plan.AnswerState;
import org.panbao.profile.Plan.EvidenceKind;

/**
 * The answer that counts for a question, each part of it the worst that any insured gave: {@code UNANSWERED} when asked
 * and missing, {@code NOT_ASKED} when the form does not ask it.
 *
 * @param value the worst number stated, or null when none is
 * @param dateAgeDays days from the earliest date stated (last drill, last test) to the rating date, or null
 * @param evidence weakest evidence; DECLARED when none is stated
 * @param answerAgeDays days since the oldest answer was given, or null when one of them is not dated
 * @param figureMissing the question asks for a number or a date that at least one insured did not state
 */
public record AnswerFact(
        String questionId,
        AnswerState state,
        @Nullable BigDecimal value,
        @Nullable Integer dateAgeDays,
        EvidenceKind evidence,
        @Nullable Integer answerAgeDays,
        boolean figureMissing) {

    /** The answer of one insured alone, where a figure that is missing shows as null. */
    public AnswerFact(
            String questionId,
            AnswerState state,
            @Nullable BigDecimal value,
            @Nullable Integer dateAgeDays,
            EvidenceKind evidence,
            @Nullable Integer answerAgeDays) {
        this(questionId, state, value, dateAgeDays, evidence, answerAgeDays, false);
    }
}
