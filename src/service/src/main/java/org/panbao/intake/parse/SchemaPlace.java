package org.panbao.intake.parse;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.panbao.base.Text;
import tools.jackson.databind.JsonNode;

/**
 * A place in the schema of a plan.
 *
 * @param root the whole schema, in which references are looked up
 * @param stated the place as it is written, with its title
 * @param resolved the same, or what it refers to
 */
public record SchemaPlace(JsonNode root, JsonNode stated, JsonNode resolved) {

    /** The whole plan. */
    public static SchemaPlace root(JsonNode schema) {
        return of(schema, schema);
    }

    private static SchemaPlace of(JsonNode root, JsonNode stated) {
        String reference = stated.path("$ref").asString("");
        return new SchemaPlace(root, stated, reference.isEmpty() ? stated : root.at(reference.substring(1)));
    }

    public boolean isList() {
        return resolved.has("items");
    }

    public boolean isKnown() {
        return !resolved.isMissingNode();
    }

    /** A field of an object; resolves to nothing when the schema has none of this name. */
    public SchemaPlace property(String name) {
        return of(root, resolved.path("properties").path(name));
    }

    /** The items of a list. */
    public SchemaPlace items() {
        return of(root, resolved.path("items"));
    }

    /** Names of the fields of an object, in the order of the schema. */
    public List<String> properties() {
        return List.copyOf(resolved.path("properties").propertyNames());
    }

    /** Whether an object must have the field. */
    public boolean requires(String property) {
        return resolved.path("required")
                .valueStream()
                .anyMatch(name -> name.asString().equals(property));
    }

    /** What people call the place. */
    public Text title() {
        return text("title", stated);
    }

    /** Whether it is one of a kind that is described once for all its places. */
    public boolean isReference() {
        return stated.has("$ref");
    }

    /** What is said of this very place. */
    public Text description() {
        return text("description", stated);
    }

    /** What may stand there. */
    public Text hint() {
        return text("description", resolved.has("description") ? resolved : stated);
    }

    /** What can be chosen there, in the order of the schema: code and words; empty when it is no choice. */
    public Map<String, Text> words() {
        Map<String, Text> words = new LinkedHashMap<>();
        JsonNode chinese = resolved.path("x-enum-zh");
        JsonNode english = resolved.path("x-enum-en");
        for (JsonNode value : resolved.path("enum")) {
            String code = value.asString();
            words.put(
                    code,
                    new Text(
                            chinese.path(code).asString(code),
                            english.path(code).asString(code)));
        }
        return words;
    }

    private static Text text(String keyword, JsonNode place) {
        return new Text(
                place.path("x-" + keyword + "-zh").asString(""),
                place.path(keyword).asString(""));
    }
}
