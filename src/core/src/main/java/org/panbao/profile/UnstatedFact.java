package org.panbao.profile;

import org.jspecify.annotations.Nullable;

/**
 * A fact that a gate reads, the form asks for and the plan does not state.
 *
 * @param name name of the fact in the fact matrix; the id of a question when its number or date is not stated
 * @param of insured or system that it is missing of; null when it belongs to the plan as a whole
 */
public record UnstatedFact(String name, @Nullable String of) {

    private static final String OF = "@";

    /** The fact and, after an {@code @}, whose it is. */
    public String subject() {
        return of == null ? name : name + OF + of;
    }

    /** The other way round. */
    public static UnstatedFact ofSubject(String subject) {
        int at = subject.indexOf(OF);
        return at < 0
                ? new UnstatedFact(subject, null)
                : new UnstatedFact(subject.substring(0, at), subject.substring(at + OF.length()));
    }
}
