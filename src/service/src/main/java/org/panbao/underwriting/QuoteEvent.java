package org.panbao.underwriting;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One step in the life of a quote.
 *
 * @param action what was done: PRICED, APPROVE, DECLINE, REQUEST_INFORMATION, LAPSE
 * @param detail figures of the authority that was used, conditions added; never facts of the enterprise
 */
public record QuoteEvent(
        int seq,
        QuoteState state,
        String action,
        String actor,
        String role,
        Instant at,
        @Nullable String reason,
        Map<String, String> detail) {}
