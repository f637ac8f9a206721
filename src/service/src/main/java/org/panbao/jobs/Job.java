package org.panbao.jobs;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.panbao.access.Caller;

/**
 * A job as it stands.
 *
 * @param owner who asked for it; its work is done in this name
 * @param kind which {@link JobWork} does it
 * @param parameters what was asked for, plain values
 * @param total how many items it has; null until they are counted
 * @param accepted items done and accepted
 * @param refused items done and refused
 * @param cancelRequested whether it was asked to stop before its next item
 * @param failure code of the reason why it FAILED, else null
 * @param attempts how often it was taken up since the last item that was done
 */
public record Job(
        UUID id,
        Caller owner,
        String kind,
        Map<String, String> parameters,
        JobState state,
        @Nullable Integer total,
        int accepted,
        int refused,
        boolean cancelRequested,
        @Nullable String failure,
        int attempts,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt) {

    public Job {
        parameters = Map.copyOf(parameters);
    }

    /** Items done, the first ones of the job. */
    public int done() {
        return accepted + refused;
    }
}
