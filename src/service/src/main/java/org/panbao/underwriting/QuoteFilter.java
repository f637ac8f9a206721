package org.panbao.underwriting;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.panbao.quoting.Decision;

/**
 * Which quotes to list; what is null does not limit.
 *
 * @param text part of the policyholder's name, or the beginning of its credit code, in any case
 */
public record QuoteFilter(
        @Nullable UUID planId,
        @Nullable Decision decision,
        @Nullable QuoteState state,
        @Nullable String productId,
        @Nullable String text) {}
