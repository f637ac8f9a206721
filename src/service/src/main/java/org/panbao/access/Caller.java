package org.panbao.access;

import java.util.UUID;

/**
 * Who is calling.
 *
 * @param organisationCode stable short name, for example {@code demo-insurer-1}; products name their insurer by it
 * @param actor the user name or client id, as written to the audit log
 */
public record Caller(UUID organisationId, String organisationCode, Role role, String actor) {}
