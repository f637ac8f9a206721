package org.panbao.quoting;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Text;

/**
 * Something that has to be done for the cover to start or to stay.
 *
 * @param insureds insureds of a schedule on whose own facts it rests; empty as in {@link Reason}
 * @param dueDays days from inception to prove it; for {@code BEFORE_INCEPTION} days the offer waits for the proof
 */
public record QuoteCondition(
        String ruleId,
        Kind kind,
        String subject,
        Text text,
        List<String> insureds,
        @Nullable Integer dueDays) {

    public QuoteCondition {
        insureds = List.copyOf(insureds);
    }

    /** When it has to be done. */
    public enum Kind {
        BEFORE_INCEPTION,
        WITHIN_DAYS
    }
}
