package org.panbao.intake.form;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.panbao.intake.parse.SchemaPlace;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes a plan of what was typed. Empty inputs are left out, as a plan leaves out what is not known, and so are items of
 * lists with nothing in them; the items that stay close up.
 */
public final class FormReader {

    private final JsonNode schema;

    public FormReader(JsonNode schema) {
        this.schema = schema;
    }

    /** The plan; {@code typed} has inputs by JSON pointer, and what is no pointer is passed over. */
    public ObjectNode read(Map<String, String> typed) {
        Branch root = new Branch();
        typed.forEach((name, value) -> {
            if (name.startsWith("/") && !value.isBlank()) {
                root.put(path(name), 0, value.strip());
            } else if (name.startsWith(FormNode.STATED + "/")) {
                root.put(path(name.substring(FormNode.STATED.length())), 0, null);
            }
        });
        return object(SchemaPlace.root(schema), root);
    }

    private static String[] path(String pointer) {
        return pointer.substring(1).split("/", -1);
    }

    private static ObjectNode object(SchemaPlace place, Branch branch) {
        ObjectNode object = JsonMapper.shared().createObjectNode();
        branch.children.forEach((name, child) -> {
            JsonNode value = value(place.property(name), child);
            if (value != null) {
                object.set(name, value);
            }
        });
        return object;
    }

    private static @Nullable JsonNode value(SchemaPlace place, Branch branch) {
        String typed = branch.typed;
        if (typed != null) {
            return JsonMapper.shared().valueToTree(FormFields.value(place, typed));
        }
        return place.isList() ? list(place, branch) : object(place, branch);
    }

    private static ArrayNode list(SchemaPlace place, Branch branch) {
        ArrayNode list = JsonMapper.shared().createArrayNode();
        branch.children.values().forEach(item -> {
            JsonNode value = value(place.items(), item);
            if (value != null && !isUnansweredQuestion(value)) {
                list.add(value);
            }
        });
        return list;
    }

    /** The form offers every question; one that was left alone is no answer. */
    private static boolean isUnansweredQuestion(JsonNode item) {
        return item.size() == 1 && item.has("questionId");
    }

    /** What was typed at a place or below it; items of a list in the order of their numbers. */
    private static final class Branch {

        private final Map<String, Branch> children = new TreeMap<>((a, b) ->
                isNumber(a) && isNumber(b) ? Long.compare(Long.parseLong(a), Long.parseLong(b)) : a.compareTo(b));
        private @Nullable String typed;

        /** A null value only makes the place. */
        void put(String[] path, int depth, @Nullable String value) {
            if (depth == path.length) {
                typed = value == null ? typed : value;
            } else {
                children.computeIfAbsent(path[depth], name -> new Branch()).put(path, depth + 1, value);
            }
        }

        private static boolean isNumber(String text) {
            return text.matches("[0-9]{1,9}");
        }
    }
}
