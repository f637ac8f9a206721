package org.panbao.underwriting;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.panbao.quoting.QuoteInput;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The core's records as they stand in a rate basis, and back. Every number is text, because numbers of canonical JSON
 * are doubles (RFC 8785 §3.2.2.3).
 */
final class RecordJson {

    private static final TypeReference<Map<String, Object>> TREE = new TypeReference<>() {};
    private static final JsonMapper MAPPER = mapper();

    private RecordJson() {}

    /** A record as a tree of maps, lists, texts and booleans. */
    static Map<String, Object> tree(Object value) {
        return MAPPER.convertValue(value, TREE);
    }

    /** What was decided upon, read back from a stored record; the same bytes give an equal input. */
    static QuoteInput input(JsonNode input) {
        return MAPPER.treeToValue(input, QuoteInput.class);
    }

    /** A tree as a node, to be compared with a parsed record. */
    static JsonNode node(@Nullable Object tree) {
        return MAPPER.valueToTree(tree);
    }

    static JsonNode parse(String json) {
        return MAPPER.readTree(json);
    }

    private static JsonMapper mapper() {
        JsonFormat.Value text = JsonFormat.Value.forShape(JsonFormat.Shape.STRING);
        JsonMapper.Builder builder = JsonMapper.builder();
        for (Class<?> number : List.of(BigDecimal.class, Integer.class, int.class, Long.class, long.class)) {
            builder = builder.withConfigOverride(number, override -> override.setFormat(text));
        }
        // a yes-or-no that was not yet asked when a record was kept reads as no
        return builder.disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build();
    }
}
