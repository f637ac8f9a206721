package org.panbao.rulebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Text;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A piece of a YAML file that knows its line. Every scalar is text as written: {@code 1.10} stays {@code 1.10}, and a
 * date stays a date.
 */
final class YamlNode {

    private final String path;
    private final int line;
    private final @Nullable String scalar;
    private final Map<String, YamlNode> fields = new LinkedHashMap<>();
    private final List<YamlNode> items = new ArrayList<>();

    private YamlNode(String path, int line, @Nullable String scalar) {
        this.path = path;
        this.line = line;
        this.scalar = scalar;
    }

    /** Reads a file; a key that stands twice in one mapping is refused. */
    static YamlNode read(ReleaseFiles files, String path) {
        YAMLMapper mapper = YAMLMapper.builder(YAMLFactory.builder()
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .build())
                .build();
        try (JsonParser parser = mapper.createParser(files.text(path))) {
            if (parser.nextToken() == null) {
                throw new RulebookException(path, "is empty");
            }
            return read(path, parser);
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new RulebookException(path, line, "is not readable as YAML: " + e.getOriginalMessage());
        }
    }

    private static YamlNode read(String path, JsonParser parser) {
        JsonToken token = parser.currentToken();
        int line = parser.currentTokenLocation().getLineNr();
        if (token == JsonToken.START_OBJECT) {
            YamlNode node = new YamlNode(path, line, null);
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                node.fields.put(name, read(path, parser));
            }
            return node;
        }
        if (token == JsonToken.START_ARRAY) {
            YamlNode node = new YamlNode(path, line, null);
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                node.items.add(read(path, parser));
            }
            return node;
        }
        return new YamlNode(path, line, token == JsonToken.VALUE_NULL ? "" : parser.getString());
    }

    RulebookException fault(String reason) {
        return new RulebookException(path, line, reason);
    }

    String path() {
        return path;
    }

    int line() {
        return line;
    }

    /** Refuses keys that nobody reads, so that a slip of the pen is not taken for a missing value. */
    void allow(String... names) {
        List<String> allowed = List.of(names);
        for (Map.Entry<String, YamlNode> field : fields.entrySet()) {
            if (!allowed.contains(field.getKey())) {
                throw field.getValue().fault("unknown key '" + field.getKey() + "'; known are " + allowed);
            }
        }
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    YamlNode node(String name) {
        YamlNode node = fields.get(name);
        if (node == null) {
            throw fault("'" + name + "' is missing");
        }
        return node;
    }

    /** The scalar itself; an empty one is refused. */
    String text() {
        if (scalar == null || scalar.isBlank()) {
            throw fault("a text is missing");
        }
        return scalar.strip();
    }

    String text(String name) {
        return node(name).text();
    }

    @Nullable
    String textOrNull(String name) {
        YamlNode node = fields.get(name);
        return node == null ? null : node.text();
    }

    boolean flag(String name) {
        String text = text(name);
        if (!text.equals("true") && !text.equals("false")) {
            throw node(name).fault("'" + name + "' must be true or false");
        }
        return text.equals("true");
    }

    /** The list under this name; empty when the key is missing. */
    List<YamlNode> list(String name) {
        YamlNode node = fields.get(name);
        if (node == null) {
            return List.of();
        }
        if (node.scalar != null || !node.fields.isEmpty()) {
            throw node.fault("'" + name + "' must be a list");
        }
        return List.copyOf(node.items);
    }

    List<String> texts(String name) {
        return list(name).stream().map(YamlNode::text).toList();
    }

    /** A name or sentence in both languages. */
    Text bilingual(String name) {
        YamlNode node = node(name);
        node.allow("zh", "en");
        return new Text(node.text("zh"), node.text("en"));
    }

    Map<String, YamlNode> fields() {
        return fields;
    }

    <E extends Enum<E>> E constant(String name, Class<E> type) {
        return constant(node(name), type);
    }

    <E extends Enum<E>> E constant(String name, Class<E> type, E fallback) {
        return has(name) ? constant(node(name), type) : fallback;
    }

    /** The list of constants under this name; empty when the key is missing. */
    <E extends Enum<E>> List<E> constants(String name, Class<E> type) {
        return list(name).stream().map(each -> constant(each, type)).toList();
    }

    private static <E extends Enum<E>> E constant(YamlNode node, Class<E> type) {
        for (E candidate : type.getEnumConstants()) {
            if (candidate.name().equals(node.text())) {
                return candidate;
            }
        }
        throw node.fault("'" + node.text() + "' is none of " + List.of(type.getEnumConstants()));
    }
}
