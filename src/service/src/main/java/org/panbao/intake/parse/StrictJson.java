package org.panbao.intake.parse;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.panbao.base.Finding;
import org.panbao.base.Messages;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;
import org.panbao.base.Severity;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads JSON (RFC 8259) without forgiving anything: UTF-8 only, no name twice in an object, one value and nothing after
 * it, depth and size bounded. A byte order mark of UTF-8 at the start is skipped, as the RFC allows.
 */
public final class StrictJson {

    /** The largest document taken, in bytes. */
    public static final int MAX_BYTES = 4 * 1024 * 1024;

    private static final int MAX_DEPTH = 32;
    private static final int MAX_NAME_LENGTH = 200;
    private static final int MAX_NUMBER_LENGTH = 100;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final JsonMapper mapper;
    private final Messages messages;

    public StrictJson(Messages messages) {
        this.messages = messages;
        StreamReadConstraints bounds = StreamReadConstraints.builder()
                .maxNestingDepth(MAX_DEPTH)
                .maxStringLength(MAX_BYTES)
                .maxNameLength(MAX_NAME_LENGTH)
                .maxNumberLength(MAX_NUMBER_LENGTH)
                .build();
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(bounds)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        this.mapper = JsonMapper.builder(factory)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build();
    }

    /**
     * The document in {@code bytes}; throws {@link Problem} PAYLOAD_TOO_LARGE, or MALFORMED_JSON with the line and the
     * column (both from 1) where reading stopped.
     */
    public JsonNode read(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            throw new Problem(ProblemCode.PAYLOAD_TOO_LARGE, Map.of("limitBytes", Integer.toString(MAX_BYTES)));
        }
        String text = decode(bytes);
        if (text.isBlank()) {
            throw malformed("empty", 1, 1);
        }
        try {
            return mapper.readTree(text);
        } catch (JacksonException e) {
            TokenStreamLocation place = e.getLocation();
            throw malformed(
                    reason(e),
                    place == null ? 1 : Math.max(1, place.getLineNr()),
                    place == null ? 1 : Math.max(1, place.getColumnNr()));
        }
    }

    private String decode(byte[] bytes) {
        CharBuffer decoded = CharBuffer.allocate(bytes.length);
        ByteBuffer source = ByteBuffer.wrap(bytes);
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(source, decoded, true);
        String text = decoded.flip().toString();
        if (result.isError()) {
            int lineStart = text.lastIndexOf('\n') + 1;
            long line = text.chars().filter(c -> c == '\n').count() + 1;
            throw malformed("not-utf-8", line, text.length() - lineStart + 1L);
        }
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private static String reason(JacksonException e) {
        if (e instanceof StreamConstraintsException) {
            return e.getOriginalMessage().contains("nesting depth") ? "too-deep" : "too-long";
        }
        String message = e.getOriginalMessage();
        if (message.startsWith("Duplicate")) {
            return "duplicate-key";
        }
        return message.startsWith("Trailing token") ? "text-after-end" : "syntax";
    }

    private Problem malformed(String reason, long line, long column) {
        Map<String, String> place = Map.of("line", Long.toString(line), "column", Long.toString(column));
        String code = "json-" + reason;
        Finding finding = new Finding(Severity.ERROR, "", code, messages.text(code, place));
        Map<String, String> values =
                Map.of("reason", reason, "line", Long.toString(line), "column", Long.toString(column));
        return new Problem(ProblemCode.MALFORMED_JSON, values, List.of(finding));
    }
}
