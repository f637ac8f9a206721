package org.panbao.rating;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A rate-basis record as the service writes it, with a canonical writer of the tests' own. */
final class RecordFixtures {

    private RecordFixtures() {}

    /** The whole record around a calculation; what the service adds is filled with samples. */
    static Map<String, Object> record(RatingResult result) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put(
                "identity",
                Map.of(
                        "quoteId", "Q-1",
                        "quoteVersion", "1",
                        "ratedAt", "2026-03-01T01:00:00Z",
                        "ratingDate", "2026-03-01",
                        "lookFrom", "2026-03-01",
                        "requestedBy", "underwriter-1",
                        "role", "insurer",
                        "organisation", "demo-insurer-1",
                        "filing",
                                Map.of(
                                        "insurer",
                                        "demo-insurer-1",
                                        "reference",
                                        "SAMPLE-1",
                                        "periodFrom",
                                        "2026-01-01")));
        record.put(
                "release",
                Map.of(
                        "id", "test",
                        "version", "1",
                        "digest", "0",
                        "logicDigest", "0",
                        "tablesDigest", "0",
                        "engineBuild", "test"));
        record.putAll(RateBasisTree.of(result));
        return record;
    }

    static String json(Map<String, Object> record) {
        String body = canonical(record);
        return "{\"formatVersion\":\"1\",\"record\":" + body + ",\"sha256\":\"" + sha256(body)
                + "\",\"signature\":null}";
    }

    static String canonical(Object value) {
        if (value instanceof Map<?, ?> map) {
            TreeMap<String, Object> sorted = new TreeMap<>();
            map.forEach((name, member) -> sorted.put(String.valueOf(name), member));
            StringBuilder text = new StringBuilder("{");
            sorted.forEach((name, member) -> text.append(text.length() > 1 ? "," : "")
                    .append(quoted(name))
                    .append(':')
                    .append(canonical(member)));
            return text.append('}').toString();
        }
        if (value instanceof List<?> list) {
            StringBuilder text = new StringBuilder("[");
            list.forEach(item -> text.append(text.length() > 1 ? "," : "").append(canonical(item)));
            return text.append(']').toString();
        }
        return value == null || value instanceof Boolean ? String.valueOf(value) : quoted((String) value);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
