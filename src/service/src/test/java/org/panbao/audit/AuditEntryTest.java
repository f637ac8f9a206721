package org.panbao.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AuditEntryTest {

    /** The expected hash was worked out apart, with Python's hashlib over the canonical text written by hand. */
    @Test
    void isHashedAsCanonicalJson() {
        AuditEntry entry = new AuditEntry(
                UUID.fromString("00000000-0000-4000-8000-000000000001"),
                1,
                Instant.parse("2026-01-02T03:04:05.000006Z"),
                "a.b",
                "insurer",
                "quote.created",
                "quote",
                "Q-1",
                false,
                Map.of("é", "1", "product", "sample-a"),
                AuditEntry.NOTHING);

        assertThat(entry.sha256()).isEqualTo("39b3e7a7651256bcfc5e3d254d030ecec8a4560c39f40681b61f9b3e866205c9");
    }
}
