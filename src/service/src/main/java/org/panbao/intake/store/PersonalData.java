package org.panbao.intake.store;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes what tells of a person (contact, who answered) out of a plan, and puts it back. */
public final class PersonalData {

    private static final String CONTACT = "contact";
    private static final String ANSWERED_BY = "answeredBy";

    private PersonalData() {}

    /** Removes the personal data from {@code document} and returns it by JSON pointer. */
    static Map<String, JsonNode> takeOut(JsonNode document) {
        Map<String, JsonNode> taken = new TreeMap<>();
        take(document.path("policyholder"), "/policyholder", CONTACT, taken);
        JsonNode answers = document.path("security").path("answers");
        for (int i = 0; i < answers.size(); i++) {
            take(answers.get(i), "/security/answers/" + i, ANSWERED_BY, taken);
        }
        return taken;
    }

    /** A copy of {@code document} with the personal data at its place again. */
    public static JsonNode putBack(JsonNode document, Map<String, JsonNode> personalData) {
        JsonNode copy = document.deepCopy();
        personalData.forEach((pointer, value) -> {
            JsonPointer place = JsonPointer.compile(pointer);
            if (copy.at(place.head()) instanceof ObjectNode parent) {
                parent.set(place.last().getMatchingProperty(), value);
            }
        });
        return copy;
    }

    private static void take(JsonNode parent, String pointer, String name, Map<String, JsonNode> taken) {
        if (parent instanceof ObjectNode object && object.has(name)) {
            taken.put(pointer + "/" + name, object.remove(name));
        }
    }
}
