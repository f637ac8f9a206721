package org.panbao.audit;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Checks chains, as far as row-level security shows them to the connection. */
public final class AuditChains {

    private static final int BATCH = 1_000;

    private final AuditStore store;

    public AuditChains(JdbcClient jdbc) {
        this.store = new AuditStore(jdbc);
    }

    /** Checks the whole chain of every organisation that has one, by organisation. */
    public SortedMap<UUID, ChainVerification> verifyAll() {
        SortedMap<UUID, ChainVerification> chains = new TreeMap<>();
        store.organisations().forEach(organisation -> chains.put(organisation, verify(organisation)));
        return chains;
    }

    /** Checks the whole chain of an organisation. */
    public ChainVerification verify(UUID organisation) {
        String previous = AuditEntry.NOTHING;
        long sequence = 0;
        for (List<AuditStore.Stored> batch = store.after(organisation, sequence, BATCH);
                !batch.isEmpty();
                batch = store.after(organisation, sequence, BATCH)) {
            for (AuditStore.Stored stored : batch) {
                String reason = fault(stored, sequence, previous);
                if (reason != null) {
                    return new ChainVerification(false, sequence, sequence, previous, sequence + 1, reason);
                }
                sequence = stored.entry().sequence();
                previous = stored.sha256();
            }
        }
        return new ChainVerification(true, sequence, sequence, previous, null, null);
    }

    private static @Nullable String fault(AuditStore.Stored stored, long sequence, String previous) {
        if (stored.entry().sequence() != sequence + 1) {
            return "gap";
        }
        if (!stored.entry().sha256().equals(stored.sha256())) {
            return "content";
        }
        return stored.entry().previousSha256().equals(previous) ? null : "link";
    }
}
