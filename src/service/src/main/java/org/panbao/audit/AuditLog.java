package org.panbao.audit;

import java.util.Map;

/** Append-only log, one hash chain per organisation. */
public interface AuditLog {

    /**
     * Appends an entry to the caller's chain, in the caller's transaction. It is written when that commits.
     *
     * @param action what happened, for example {@code quote.created}
     * @param detail plain values; no names of enterprises, answers or other personal data
     */
    void append(String action, String subjectType, String subjectId, Map<String, String> detail);

    /** As {@link #append(String, String, String, Map)} outside a request, where the caller is named: start-up work, jobs. */
    void append(AuditedCaller.Who who, String action, String subjectType, String subjectId, Map<String, String> detail);

    /** As {@link #append(String, String, String, Map)}, in a transaction of its own, so that a refused attempt is kept although the request rolls back. */
    void appendRefused(String action, String subjectType, String subjectId, Map<String, String> detail);
}
