package org.panbao.rating;

import org.jspecify.annotations.Nullable;

/**
 * Whose part of a calculation something is.
 *
 * @param insured one insured of a schedule; null for a single risk and for what all insureds share
 */
record Scope(@Nullable String insured) {

    static final Scope WHOLE = new Scope(null);

    private static final String INSUREDS = "/insureds/";

    /** Name of a register, with the insured behind it. */
    String register(String name) {
        return insured == null ? name : name + "#" + insured;
    }

    /** Where an input stands in the record: below its insured. */
    String pointer(String pointer) {
        return insured == null ? pointer : INSUREDS + InputReader.escape(insured) + pointer;
    }

    /** The same place for all insureds, as a request states it. */
    static String withoutInsured(String pointer) {
        int end = pointer.startsWith(INSUREDS) ? pointer.indexOf('/', INSUREDS.length()) : 0;
        return end <= 0 ? pointer : pointer.substring(end);
    }
}
