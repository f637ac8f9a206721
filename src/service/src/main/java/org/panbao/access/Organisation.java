package org.panbao.access;

import java.util.UUID;

/**
 * A company or authority that uses the service.
 *
 * @param code stable short name, for example {@code demo-insurer-1}
 */
public record Organisation(UUID id, String code, OrganisationKind kind, String name) {}
