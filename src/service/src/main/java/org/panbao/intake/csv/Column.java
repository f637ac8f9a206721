package org.panbao.intake.csv;

import java.util.List;
import java.util.Map;
import org.panbao.base.Text;
import org.panbao.intake.parse.SchemaPlace;

/**
 * A column of a table: one place of the plan.
 *
 * @param name as it stands in the header
 * @param list path of the list in whose items the place is; empty when it is in no list
 * @param path of the place from there; empty when the item itself is the value
 * @param required whether every row must have a value for the plan to be whole
 * @param title what people call it
 * @param hint what may stand in it
 * @param words of a choice or a listed code, by code
 */
record Column(
        String name,
        List<String> list,
        List<String> path,
        Kind kind,
        boolean required,
        Text title,
        Text hint,
        Map<String, Text> words) {

    /** What stands in a column, and so how a cell of it is read. */
    enum Kind {
        /** Any text, kept as it is. */
        TEXT,
        /** A text in a grammar of its own, such as a region's code. */
        CODE,
        /** A decimal number as text. */
        DECIMAL,
        /** As {@link #DECIMAL}, in per cent. */
        PERCENT,
        INTEGER,
        DATE,
        YES_NO,
        CHOICE,
        /** A code of a list of the release; its name is read too. */
        LISTED,
        /** Says of a list that there is nothing in it, which is more than not speaking of it. */
        EMPTY_LIST,
        /** The same of a group of fields. */
        EMPTY_GROUP
    }

    static Column of(String name, List<String> list, List<String> path, SchemaPlace place, boolean required) {
        Kind kind = kind(name, place);
        return new Column(name, list, path, kind, required, place.title(), place.hint(), place.words());
    }

    /** The same place as a column of another table. */
    Column named(String other) {
        return new Column(other, list, path, kind, false, title, hint, words);
    }

    /** The same column as one of these codes. */
    Column listed(Map<String, Text> codes) {
        return new Column(name, list, path, Kind.LISTED, required, title, hint, codes);
    }

    private static Kind kind(String name, SchemaPlace place) {
        if (place.resolved().has("enum")) {
            return Kind.CHOICE;
        }
        return switch (place.resolved().path("type").asString("")) {
            case "boolean" -> Kind.YES_NO;
            case "integer" -> Kind.INTEGER;
            case "array" -> Kind.EMPTY_LIST;
            case "object" -> Kind.EMPTY_GROUP;
            default -> textKind(name, place);
        };
    }

    private static Kind textKind(String name, SchemaPlace place) {
        if (place.resolved().path("format").asString("").equals("date")) {
            return Kind.DATE;
        }
        String pattern = place.resolved().path("pattern").asString("\\S");
        if (pattern.contains("(\\.[0-9]")) {
            return name.endsWith("Percent") ? Kind.PERCENT : Kind.DECIMAL;
        }
        return pattern.equals("\\S") ? Kind.TEXT : Kind.CODE;
    }
}
