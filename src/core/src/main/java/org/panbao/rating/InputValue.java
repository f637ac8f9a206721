package org.panbao.rating;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.panbao.rulebook.Unit;

/**
 * A rating input with where it comes from.
 *
 * @param value plain decimal text such as {@code "2000000"}, or a code
 * @param unit unit the giver meant, compared with the product's; null to take the product's
 * @param source where the value was read: {@code request}, a question id, a finding, {@code product default} …
 * @param assertedBy who vouches for it; null when nobody does
 * @param at when it was asserted; null when unknown
 * @param defaulted true when nothing was given and the product's default stands in
 * @param place JSON pointer of where it was said, when that is not the request's own field; null when it is
 */
public record InputValue(
        String value,
        @Nullable Unit unit,
        String source,
        @Nullable String assertedBy,
        @Nullable Instant at,
        boolean defaulted,
        @Nullable String place) {

    public InputValue(
            String value,
            @Nullable Unit unit,
            String source,
            @Nullable String assertedBy,
            @Nullable Instant at,
            boolean defaulted) {
        this(value, unit, source, assertedBy, at, defaulted, null);
    }

    /** A value as it stands in a request. */
    public static InputValue of(String value) {
        return new InputValue(value, null, "request", null, null, false);
    }
}
