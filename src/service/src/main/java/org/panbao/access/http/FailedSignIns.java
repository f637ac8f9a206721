package org.panbao.access.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Counts failed sign-ins, so that secrets and passwords cannot be tried out at speed. The window of a name begins with
 * its first failure; when it ends, the count begins again; a success in between changes nothing. Kept in memory: each process counts for itself.
 */
final class FailedSignIns {

    /** More names than this are not kept; the oldest is forgotten. */
    private static final int MOST_NAMES = 10_000;

    private final Clock clock;
    private final int allowed;
    private final Duration window;
    private final Map<String, Failures> byName = new LinkedHashMap<>();

    FailedSignIns(Clock clock, int allowed, Duration window) {
        this.clock = clock;
        this.allowed = allowed;
        this.window = window;
    }

    private record Failures(int count, Instant end) {}

    /** How long this name has to wait; empty when it may try. */
    synchronized Optional<Duration> waitOf(String name) {
        return current(name)
                .filter(failures -> failures.count() >= allowed)
                .map(failures -> Duration.between(clock.instant(), failures.end()));
    }

    synchronized void failed(String name) {
        Failures before =
                current(name).orElseGet(() -> new Failures(0, clock.instant().plus(window)));
        byName.put(name, new Failures(before.count() + 1, before.end()));
        if (byName.size() > MOST_NAMES) {
            byName.remove(byName.keySet().iterator().next());
        }
    }

    private Optional<Failures> current(String name) {
        return Optional.ofNullable(byName.get(name))
                .filter(failures -> failures.end().isAfter(clock.instant()));
    }
}
