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
        SchemaPlace place = SchemaPlace.root(schema);
        Text list = null;
        int item = 0;
        for (JsonPointer rest = JsonPointer.compile(pointer); !rest.matches(); rest = rest.tail()) {
            if (place.isList()) {
                list = place.title();
                item = rest.getMatchingIndex() + 1;
                place = place.items();
            } else {
                place = place.property(rest.getMatchingProperty());
                if (!place.isKnown()) {
                    return unknown(rest.getMatchingProperty());
                }
            }
        }
        return new Field(name(place, list, item), place.hint());
    }

    private Text name(SchemaPlace place, @Nullable Text list, int item) {
        if (list == null) {
            return place.title();
        }
        Text pattern = messages.text(place.stated().has("title") ? "field.in-list" : "field.list-item");
        return pattern.with("list", list).with("field", place.title()).with("item", Integer.toString(item));
    }

    private static Field unknown(String name) {
        String shown = Excerpt.of(name);
        return new Field(new Text(shown, shown), new Text("", ""));
    }
}
