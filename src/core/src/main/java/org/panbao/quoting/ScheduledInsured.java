package org.panbao.quoting;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.panbao.profile.Plan.Relationship;
import org.panbao.profile.Profile;
import org.panbao.rating.Term;

/**
 * One insured of a schedule as it is rated.
 *
 * @param position place in the plan's list, from 0
 * @param limitCny the most that any one cover pays this insured; null when it has the limits of the covers
 * @param term how long it is covered: the term of the policy, or its part after joining and before leaving
 * @param profile its own facts; an answer of the plan as a whole stands where it gives none
 */
public record ScheduledInsured(
        String insuredId,
        Relationship relationship,
        int position,
        @Nullable BigDecimal limitCny,
        Term term,
        Profile profile) {

    /** JSON pointer of the insured in the plan, or of one of its fields. */
    String place(String field) {
        String insured = "/plan/insureds/" + position;
        return field.isEmpty() ? insured : insured + "/" + field;
    }
}
