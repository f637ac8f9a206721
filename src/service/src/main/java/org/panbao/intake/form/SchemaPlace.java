package org.panbao.intake.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.panbao.base.Text;
import org.panbao.intake.form.FormNode.Kind;
import org.panbao.intake.form.FormNode.Option;
import tools.jackson.databind.JsonNode;

/**
 * A place in the schema of a plan.
 *
 * @param root the whole schema, in which references are looked up
 * @param stated the place as it is written, with its title
 * @param resolved the same, or what it refers to
 */
record SchemaPlace(JsonNode root, JsonNode stated, JsonNode resolved) {

    private static final int LONG_TEXT = 500;

    static SchemaPlace root(JsonNode schema) {
        return of(schema, schema);
    }

    private static SchemaPlace of(JsonNode root, JsonNode stated) {
        String reference = stated.path("$ref").asString("");
        return new SchemaPlace(root, stated, reference.isEmpty() ? stated : root.at(reference.substring(1)));
    }

    SchemaPlace property(String name) {
        return of(root, resolved.path("properties").path(name));
    }

    SchemaPlace items() {
        return of(root, resolved.path("items"));
    }

    List<String> properties() {
        return List.copyOf(resolved.path("properties").propertyNames());
    }

    boolean requires(String property) {
        return resolved.path("required")
                .valueStream()
                .anyMatch(name -> name.asString().equals(property));
    }

    Kind kind() {
        if (resolved.has("const")) {
            return Kind.HIDDEN;
        }
        if (resolved.has("enum")) {
            return Kind.CHOICE;
        }
        return switch (resolved.path("type").asString("")) {
            case "object" -> Kind.GROUP;
            case "array" -> Kind.LIST;
            case "boolean" -> Kind.YES_NO;
            case "integer" -> Kind.NUMBER;
            default -> text();
        };
    }

    private Kind text() {
        if ("date".equals(resolved.path("format").asString(""))) {
            return Kind.DATE;
        }
        return resolved.path("maxLength").asInt(0) > LONG_TEXT ? Kind.LONG_TEXT : Kind.TEXT;
    }

    String fixedValue() {
        return resolved.path("const").asString("");
    }

    List<Option> options() {
        List<Option> options = new ArrayList<>();
        JsonNode chinese = resolved.path("x-enum-zh");
        for (JsonNode value : resolved.path("enum")) {
            String code = value.asString();
            options.add(new Option(code, new Text(chinese.path(code).asString(code), inWords(code))));
        }
        return options;
    }

    private static String inWords(String code) {
        return code.charAt(0)
                + code.substring(1).toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }

    Text title() {
        return text("title", stated);
    }

    Text hint() {
        return text("description", resolved.has("description") ? resolved : stated);
    }

    private static Text text(String keyword, JsonNode place) {
        return new Text(
                place.path("x-" + keyword + "-zh").asString(""),
                place.path(keyword).asString(""));
    }

    /** The value of a form as JSON wants it; text that does not fit stays text and is found by the schema. */
    Object value(String typed) {
        return switch (kind()) {
            case YES_NO -> Map.of("true", (Object) true, "false", false).getOrDefault(typed, typed);
            case NUMBER -> typed.matches("-?[0-9]{1,18}") ? (Object) Long.valueOf(typed) : typed;
            default -> typed;
        };
    }
}
