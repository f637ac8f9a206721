package org.panbao.intake.store;

import java.time.Instant;

/** A revision as the list of revisions shows it. */
public record RevisionRow(int revision, String sha256, Instant recordedAt, String recordedBy) {}
