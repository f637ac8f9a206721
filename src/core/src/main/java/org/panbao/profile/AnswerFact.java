package org.panbao.profile;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.panbao.profile.Plan.AnswerState;
import org.panbao.profile.Plan.EvidenceKind;

/**
 * The answer that counts for a question: the worst of the insureds' answers, {@code UNANSWERED} when asked and missing,
 * {@code NOT_ASKED} when the form does not ask it.
 *
 * @param value the number asked for, or null
 * @param dateAgeDays days from the date asked for (last drill, last test) to the rating date, or null
 * @param evidence weakest evidence among equal answers; DECLARED when none is stated
 * @param answerAgeDays days since the answer was given, or null when not stated
 */
public record AnswerFact(
        String questionId,
        AnswerState state,
        @Nullable BigDecimal value,
        @Nullable Integer dateAgeDays,
        EvidenceKind evidence,
        @Nullable Integer answerAgeDays) {}
