package org.panbao.intake.store;

import java.time.Instant;
import java.time.LocalDate;

/** A revision as the list of revisions shows it. */
public record RevisionRow(int revision, String sha256, LocalDate validFrom, Instant recordedAt, String recordedBy) {}
