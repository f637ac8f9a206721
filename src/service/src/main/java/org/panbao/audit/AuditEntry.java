package org.panbao.audit;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.panbao.storage.CanonicalJson;

/**
 * One link of an organisation's chain.
 *
 * @param sequence 1 for the first entry of the organisation, without gaps
 * @param recordedAt to the microsecond, as the database keeps it
 * @param refused whether the attempt was refused
 * @param previousSha256 hash of the entry before; sixty-four zeros before the first
 */
public record AuditEntry(
        UUID organisationId,
        long sequence,
        Instant recordedAt,
        String actor,
        String role,
        String action,
        String subjectType,
        String subjectId,
        boolean refused,
        Map<String, String> detail,
        String previousSha256) {

    /** What stands before the first entry. */
    public static final String NOTHING = "0".repeat(64);

    public AuditEntry {
        detail = Map.copyOf(detail);
    }

    /** SHA-256, in lower-case hexadecimal, of the entry as canonical JSON (RFC 8785); every value in it is a string. */
    public String sha256() {
        Map<String, Object> fields = new TreeMap<>();
        fields.put("organisationId", organisationId.toString());
        fields.put("sequence", Long.toString(sequence));
        fields.put("recordedAt", recordedAt.toString());
        fields.put("actor", actor);
        fields.put("role", role);
        fields.put("action", action);
        fields.put("subjectType", subjectType);
        fields.put("subjectId", subjectId);
        fields.put("refused", Boolean.toString(refused));
        fields.put("detail", detail);
        fields.put("previousSha256", previousSha256);
        return CanonicalJson.sha256(fields);
    }
}
