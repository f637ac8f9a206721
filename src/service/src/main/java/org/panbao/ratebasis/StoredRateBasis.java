package org.panbao.ratebasis;

import java.util.UUID;

/**
 * A rate basis as kept.
 *
 * @param record the canonical text of the record; {@code sha256} and {@code signature} are over these very bytes
 */
public record StoredRateBasis(
        UUID id, UUID quoteId, String formatVersion, String record, String sha256, SignedBy signature) {}
