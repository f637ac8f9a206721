package org.panbao.rating;

import org.jspecify.annotations.Nullable;

/**
 * What a choice of a request is for: {@code COEFFICIENT}, {@code COEFFICIENT@COVER}, and each with {@code #INSURED} behind
 * it for one insured of a schedule alone.
 */
record ChoiceKey(
        String coefficient,
        @Nullable String cover,
        @Nullable String insured) {

    static ChoiceKey parse(String key) {
        int hash = key.indexOf('#');
        String rest = hash < 0 ? key : key.substring(0, hash);
        int at = rest.indexOf('@');
        return new ChoiceKey(
                at < 0 ? rest : rest.substring(0, at),
                at < 0 ? null : rest.substring(at + 1),
                hash < 0 ? null : key.substring(hash + 1));
    }
}
