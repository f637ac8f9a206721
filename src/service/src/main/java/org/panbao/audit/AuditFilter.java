package org.panbao.audit;

import org.jspecify.annotations.Nullable;

/**
 * Which entries to list; what is null does not limit.
 *
 * @param action for example {@code quote.created}
 * @param actor user name or client id
 * @param subjectId id of what was acted on
 */
public record AuditFilter(
        @Nullable String action,
        @Nullable String actor,
        @Nullable String subjectId) {}
