package org.panbao.intake.form;

import java.util.List;
import java.util.Map;
import org.panbao.intake.form.FormNode.Kind;
import org.panbao.intake.form.FormNode.Option;
import org.panbao.intake.parse.SchemaPlace;

/** How a place of the schema is filled in on a form. */
final class FormFields {

    private static final int LONG_TEXT = 500;

    private FormFields() {}

    static Kind kind(SchemaPlace place) {
        if (place.resolved().has("const")) {
            return Kind.HIDDEN;
        }
        if (place.resolved().has("enum")) {
            return Kind.CHOICE;
        }
        return switch (place.resolved().path("type").asString("")) {
            case "object" -> Kind.GROUP;
            case "array" -> Kind.LIST;
            case "boolean" -> Kind.YES_NO;
            case "integer" -> Kind.NUMBER;
            default -> text(place);
        };
    }

    private static Kind text(SchemaPlace place) {
        if ("date".equals(place.resolved().path("format").asString(""))) {
            return Kind.DATE;
        }
        return place.resolved().path("maxLength").asInt(0) > LONG_TEXT ? Kind.LONG_TEXT : Kind.TEXT;
    }

    static String fixedValue(SchemaPlace place) {
        return place.resolved().path("const").asString("");
    }

    static List<Option> options(SchemaPlace place) {
        return place.words().entrySet().stream()
                .map(word -> new Option(word.getKey(), word.getValue()))
                .toList();
    }

    /** The value of a form as JSON wants it; text that does not fit stays text and is found by the schema. */
    static Object value(SchemaPlace place, String typed) {
        return switch (kind(place)) {
            case YES_NO -> Map.of("true", (Object) true, "false", false).getOrDefault(typed, typed);
            case NUMBER -> typed.matches("-?[0-9]{1,18}") ? (Object) Long.valueOf(typed) : typed;
            default -> typed;
        };
    }
}
