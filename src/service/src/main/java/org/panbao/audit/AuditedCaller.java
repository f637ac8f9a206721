package org.panbao.audit;

import java.util.UUID;

/** Names the caller for the log. Answered by {@code access}, so that {@code access} itself can write to the log. */
public interface AuditedCaller {

    /** The caller of the request on this thread; throws a {@code Problem} UNAUTHORIZED outside a request. */
    Who who();

    /** An actor of an organisation, in a role. */
    record Who(UUID organisationId, String actor, String role) {}
}
