package org.panbao.ratebasis;

import java.util.Optional;
import java.util.UUID;
import org.panbao.ratebasis.store.JdbcRateBases;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps rate bases and finds them again. */
public interface RateBases {

    String FORMAT_VERSION = "1";

    /** Canonicalises, hashes, signs and keeps a record, in the caller's transaction. */
    StoredRateBasis keep(UUID id, UUID quoteId, Object record);

    /** Seals and keeps what somebody decided about a quote later, as the {@code seq}th event in its life. */
    void keepDecision(UUID quoteId, int seq, Object record);

    /** The rate basis of a quote that the caller's organisation may see. */
    Optional<StoredRateBasis> findByQuote(UUID quoteId);

    /** Those that {@code jdbc} may read, outside a running service. */
    static RateBases in(JdbcClient jdbc, RateBasisSigner signer) {
        return new JdbcRateBases(jdbc, signer);
    }
}
