package org.panbao.access;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One organisation's leave to see another's plan, for a purpose and until an end. */
public record PlanGrant(
        UUID id,
        UUID organisationId,
        UUID planId,
        UUID granteeOrganisationId,
        GrantPurpose purpose,
        Instant validTo,
        String grantedBy,
        Instant grantedAt,
        @Nullable Instant revokedAt) {}
