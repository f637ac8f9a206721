package org.panbao.rating;

import org.jspecify.annotations.Nullable;

/**
 * A value that a person chose inside a filed row.
 *
 * @param value plain decimal text
 * @param reason why; never blank
 * @param by who chose
 * @param authority role or level under which the choice was made; null when the caller does not say
 * @param evidence document, assessment or finding behind the reason; null when there is none
 */
public record Choice(
        String value,
        String reason,
        String by,
        @Nullable String authority,
        @Nullable String evidence) {

    public static Choice of(String value, String reason, String by) {
        return new Choice(value, reason, by, null, null);
    }
}
