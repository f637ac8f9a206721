package org.panbao.documents;

import org.jspecify.annotations.Nullable;

/**
 * Where an input of a calculation comes from.
 *
 * @param said who asserts it, in the reader's words
 * @param fact path of the fact in a plan, for example {@code need.aggregateLimitCny}; null when it is none
 * @param source what the filing says of its default, in the filing's own words; null when it is no default
 */
public record Origin(
        String said, @Nullable String fact, @Nullable String source) {

    /** All of it on one line. */
    String line() {
        return said + (fact == null ? "" : " " + fact) + (source == null ? "" : " " + source);
    }
}
