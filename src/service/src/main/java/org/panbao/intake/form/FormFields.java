package org.panbao.intake.form;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.panbao.base.Text;
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

    /** A title as it begins a line; in a sentence it is written small. */
    static Text heading(Text title) {
        String en = title.en();
        return en.isEmpty()
                ? title
                : new Text(title.zh(), en.substring(0, 1).toUpperCase(Locale.ROOT) + en.substring(1));
    }

    /** What may stand at a place: what is said of it, unless that only repeats its title, and of its kind. */
    static Text hint(SchemaPlace place) {
        Text title = place.title();
        Text own = place.description();
        Text ofKind = place.isReference() ? place.hint() : own;
        String zh = joined(told(own.zh(), title.zh()), told(ofKind.zh(), title.zh()));
        String en = joined(told(own.en(), title.en()), told(ofKind.en(), title.en()));
        return new Text(zh, en);
    }

    private static String told(String description, String title) {
        String words = description.replaceFirst("[.。]$", "");
        return words.equalsIgnoreCase(title) ? "" : description;
    }

    private static String joined(String own, String ofKind) {
        return own.equals(ofKind) ? own : (own + " " + ofKind).strip();
    }

    /** The value of a form as JSON wants it; text that does not fit stays text and is found by the schema. */
    static Object value(SchemaPlace place, String typed) {
        return switch (kind(place)) {
            case YES_NO -> Map.of("true", (Object) true, "false", false).getOrDefault(typed, typed);
            case NUMBER -> typed.matches("-?[0-9]{1,100}") ? (Object) new BigInteger(typed) : typed;
            default -> typed;
        };
    }
}
