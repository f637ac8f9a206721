package org.panbao.intake;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A revision of a plan in a list.
 *
 * @param validFrom the day as of which it says what it says
 * @param recordedAt when it came to the service
 */
public record ListedRevision(int revision, LocalDate validFrom, Instant recordedAt, String recordedBy) {}
