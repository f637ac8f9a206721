package org.panbao.intake.parse;

import org.jspecify.annotations.Nullable;
import org.panbao.base.Messages;
import org.panbao.base.Text;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** Names and descriptions of the fields of a plan, read from the schema itself, so that they stand in one place. */
public final class FieldCatalog {

    private final JsonNode schema;
    private final Messages messages;

    public FieldCatalog(JsonNode schema, Messages messages) {
        this.schema = schema;
        this.messages = messages;
    }

    /** The field at this JSON pointer of a plan; one that the schema does not know goes by its own name. */
    public Field at(String pointer) {
        JsonNode place = schema;
        Text list = null;
        int item = 0;
        for (JsonPointer rest = JsonPointer.compile(pointer); !rest.matches(); rest = rest.tail()) {
            JsonNode resolved = resolve(place);
            if (resolved.has("items")) {
                list = text(place, "title");
                item = rest.getMatchingIndex() + 1;
                place = resolved.get("items");
            } else {
                JsonNode next = resolved.path("properties").get(rest.getMatchingProperty());
                if (next == null) {
                    return unknown(rest.getMatchingProperty());
                }
                place = next;
            }
        }
        return new Field(name(place, list, item), expected(place));
    }

    private Text name(JsonNode place, @Nullable Text list, int item) {
        if (list == null) {
            return text(place, "title");
        }
        Text pattern = place.has("title") ? messages.text("field.in-list") : messages.text("field.list-item");
        Text named = both(both(pattern, "list", list), "field", text(place, "title"));
        return named.with("item", Integer.toString(item));
    }

    private Text expected(JsonNode place) {
        JsonNode resolved = resolve(place);
        return text(resolved.has("description") ? resolved : place, "description");
    }

    private static Field unknown(String name) {
        String shown = Excerpt.of(name);
        return new Field(new Text(shown, shown), new Text("", ""));
    }

    private JsonNode resolve(JsonNode place) {
        String reference = place.path("$ref").asString("");
        return reference.isEmpty() ? place : schema.at(reference.substring(1));
    }

    private static Text text(JsonNode place, String keyword) {
        return new Text(
                place.path("x-" + keyword + "-zh").asString(""),
                place.path(keyword).asString(""));
    }

    private static Text both(Text text, String name, Text value) {
        String mark = "{" + name + "}";
        return new Text(text.zh().replace(mark, value.zh()), text.en().replace(mark, value.en()));
    }
}
