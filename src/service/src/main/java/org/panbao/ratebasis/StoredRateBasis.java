package org.panbao.ratebasis;

import java.util.List;
import java.util.UUID;

/**
 * A rate basis as kept.
 *
 * @param basis the record of the price
 * @param decisions what people decided about it later, oldest first; each names the digest of {@code basis}
 */
public record StoredRateBasis(UUID id, UUID quoteId, String formatVersion, Sealed basis, List<Sealed> decisions) {

    public StoredRateBasis {
        decisions = List.copyOf(decisions);
    }
}
