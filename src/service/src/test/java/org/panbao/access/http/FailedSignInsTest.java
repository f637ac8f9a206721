package org.panbao.access.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class FailedSignInsTest {

    private final SetClock clock = new SetClock();
    private final FailedSignIns failures = new FailedSignIns(clock, 3, Duration.ofMinutes(1));

    @Test
    void letsANameTryUntilItHasFailedTooOften() {
        fail("a", 2);
        assertThat(failures.waitOf("a")).isEmpty();

        fail("a", 1);
        assertThat(failures.waitOf("a")).contains(Duration.ofMinutes(1));
        assertThat(failures.waitOf("b")).isEmpty();
    }

    @Test
    void letsItTryAgainAfterTheWindowOfTheFirstFailure() {
        fail("a", 1);
        clock.now = clock.now.plusSeconds(50);
        fail("a", 2);
        assertThat(failures.waitOf("a")).contains(Duration.ofSeconds(10));

        clock.now = clock.now.plusSeconds(10);
        assertThat(failures.waitOf("a")).isEmpty();
        fail("a", 2);
        assertThat(failures.waitOf("a")).isEmpty();
    }

    @Test
    void keepsABoundedNumberOfNames() {
        fail("a", 3);
        for (int i = 0; i < 10_000; i++) {
            failures.failed("other " + i);
        }

        assertThat(failures.waitOf("a")).isEmpty();
    }

    private void fail(String name, int times) {
        for (int i = 0; i < times; i++) {
            failures.failed(name);
        }
    }

    private static final class SetClock extends Clock {

        private Instant now = Instant.parse("2026-11-01T00:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
