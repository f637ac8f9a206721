package org.panbao.intake.store;

import java.time.Instant;
import java.util.UUID;

/** A plan as lists show it. */
public record PlanRow(
        UUID planId,
        UUID organisationId,
        int revision,
        String planName,
        String policyholderName,
        String policyholderCode,
        String form,
        String direction,
        Instant createdAt,
        Instant changedAt) {}
