package org.panbao.intake;

import java.time.Instant;
import java.util.UUID;

/** A plan in a list, as its newest revision is. */
public record ListedPlan(
        UUID planId, int revision, String planName, String policyholderName, String direction, Instant changedAt) {}
