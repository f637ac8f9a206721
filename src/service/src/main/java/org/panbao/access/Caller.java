package org.panbao.access;

import java.util.UUID;
import org.panbao.audit.AuditedCaller.Who;

/**
 * Who is calling.
 *
 * @param organisationCode stable short name, for example {@code demo-insurer-1}; products name their insurer by it
 * @param actor the user name or client id, as written to the audit log
 */
public record Caller(UUID organisationId, String organisationCode, Role role, String actor) {

    /** As the audit log names it. */
    public Who who() {
        return new Who(organisationId, actor, role.slug());
    }
}
