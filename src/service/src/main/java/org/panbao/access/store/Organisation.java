package org.panbao.access.store;

import java.util.UUID;
import org.panbao.access.OrganisationKind;

/**
 * A company or authority that uses the service.
 *
 * @param code stable short name, for example {@code demo-insurer-1}
 */
public record Organisation(UUID id, String code, OrganisationKind kind, String name) {}
