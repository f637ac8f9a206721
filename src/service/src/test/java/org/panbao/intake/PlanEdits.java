package org.panbao.intake;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Small edits to a plan, written one after another with {@code &&} between them, first those of the document, then those
 * of its text:
 *
 * <pre>
 * set /need/term = "P6M"            put a JSON value somewhere
 * remove /need/term                 take a member or an item away
 * append /insureds = {…}            add an item to a list
 * copy /insureds/0 to /insureds     add a copy of an item to a list
 * repeat /planName = x 1000         a text of 1000 times x
 * fill /insureds = {} 3000          a list of 3000 times a JSON value
 * nest /need = 100                  100 lists inside each other
 * text "form" => "form":1,"form"    replace the first such text; {@code \0} in it is the character NUL
 * after xyz                         put text behind the document
 * before xyz                        put text before it
 * </pre>
 */
public final class PlanEdits {

    private static final Pattern EDIT = Pattern.compile("(\\w+) (.*)", Pattern.DOTALL);
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final JsonNode document;
    private String text = "";

    private PlanEdits(JsonNode document) {
        this.document = document;
    }

    /** The plan {@code base} after the edits. */
    public static String apply(String base, String edits) {
        PlanEdits plan = new PlanEdits(IntakeFixtures.document(base));
        String[] all = edits.isBlank() ? new String[0] : edits.split(" && ");
        for (String edit : all) {
            plan.editDocument(edit.trim());
        }
        plan.text = plan.document.toString();
        for (String edit : all) {
            plan.editText(edit.trim());
        }
        return plan.text;
    }

    /** As {@link #apply}, in UTF-8. */
    public static byte[] bytes(String base, String edits) {
        return apply(base, edits).getBytes(StandardCharsets.UTF_8);
    }

    private void editDocument(String edit) {
        Matcher parts = EDIT.matcher(edit);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not an edit: " + edit);
        }
        String rest = parts.group(2);
        String[] sides = rest.split(" = | to ", 2);
        switch (parts.group(1)) {
            case "set" -> put(sides[0], MAPPER.readTree(sides[1]));
            case "remove" -> remove(rest);
            case "append" -> list(sides[0]).add(MAPPER.readTree(sides[1]));
            case "copy" -> list(sides[1]).add(document.at(sides[0]).deepCopy());
            case "repeat" -> {
                String[] what = sides[1].split(" ");
                put(sides[0], MAPPER.valueToTree(what[0].repeat(Integer.parseInt(what[1]))));
            }
            case "fill" -> {
                int space = sides[1].lastIndexOf(' ');
                ArrayNode list = MAPPER.createArrayNode();
                for (int i = 0; i < Integer.parseInt(sides[1].substring(space + 1)); i++) {
                    list.add(MAPPER.readTree(sides[1].substring(0, space)));
                }
                put(sides[0], list);
            }
            case "nest" -> {
                JsonNode value = MAPPER.createArrayNode();
                for (int i = 1; i < Integer.parseInt(sides[1]); i++) {
                    value = MAPPER.createArrayNode().add(value);
                }
                put(sides[0], value);
            }
            case "text", "after", "before" -> {
                // edits of the text come last
            }
            default -> throw new IllegalArgumentException("not an edit: " + edit);
        }
    }

    private void editText(String edit) {
        if (edit.startsWith("text ")) {
            String[] sides = edit.substring(5).split(" => ", 2);
            if (!text.contains(sides[0])) {
                throw new IllegalArgumentException("not in the plan: " + sides[0]);
            }
            int at = text.indexOf(sides[0]);
            text = text.substring(0, at) + sides[1].replace("\\0", "\0") + text.substring(at + sides[0].length());
        } else if (edit.startsWith("after ")) {
            text = text + edit.substring(6);
        } else if (edit.startsWith("before ")) {
            text = edit.substring(7) + text;
        }
    }

    private void put(String pointer, JsonNode value) {
        JsonPointer place = JsonPointer.compile(pointer);
        JsonNode parent = document.at(place.head());
        if (parent instanceof ArrayNode list) {
            list.set(place.last().getMatchingIndex(), value);
        } else {
            ((ObjectNode) parent).set(place.last().getMatchingProperty(), value);
        }
    }

    private void remove(String pointer) {
        JsonPointer place = JsonPointer.compile(pointer);
        JsonNode parent = document.at(place.head());
        if (parent instanceof ArrayNode list) {
            list.remove(place.last().getMatchingIndex());
        } else {
            ((ObjectNode) parent).remove(place.last().getMatchingProperty());
        }
    }

    private ArrayNode list(String pointer) {
        return (ArrayNode) document.at(pointer);
    }
}
