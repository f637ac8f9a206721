package org.panbao.quoting;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.panbao.rulebook.Rulebook;
import org.panbao.rulebook.Rulebooks;
import org.panbao.scoring.PendingAnswer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Sample plans changed as JSON, and what is decided on them. */
final class GateFixtures {

    private static final Rulebook RULEBOOK = Rulebooks.current();

    private GateFixtures() {}

    static ObjectNode insured(ObjectNode plan) {
        return (ObjectNode) plan.at("/insureds/0");
    }

    static JsonNode answers(ObjectNode plan) {
        return plan.at("/security/answers");
    }

    static JsonNode answer(ObjectNode plan, String question) {
        for (JsonNode answer : answers(plan)) {
            if (answer.path("questionId").asString().equals(question)) {
                return answer;
            }
        }
        throw new IllegalArgumentException("the plan does not answer " + question);
    }

    static void state(JsonNode answer, String state) {
        ((ObjectNode) answer).put("state", state).remove(List.of("value", "date", "notApplicableBecause"));
    }

    /** The object that holds a place; an answer is named by its question. */
    static ObjectNode parent(ObjectNode plan, String place) {
        String[] steps = place.split("/", -1);
        return steps[2].equals("answers")
                ? (ObjectNode) answer(plan, steps[3])
                : (ObjectNode) plan.at(place.substring(0, place.lastIndexOf('/')));
    }

    static String last(String place) {
        return place.substring(place.lastIndexOf('/') + 1);
    }

    static void put(ObjectNode plan, String place, String value) {
        ObjectNode parent = parent(plan, place);
        if (Set.of("true", "false").contains(value)) {
            parent.put(last(place), Boolean.parseBoolean(value));
        } else if (value.matches("\\d+")) {
            parent.put(last(place), Long.parseLong(value));
        } else {
            parent.put(last(place), value);
        }
    }

    static List<String> pending(QuoteOutcome outcome) {
        return outcome.assessment().pending().stream()
                .map(PendingAnswer::questionId)
                .toList();
    }

    static QuoteOutcome decide(String file, String product, Consumer<ObjectNode> change) {
        return QuoteDecider.decide(SamplePlans.input(file, product, RULEBOOK, change), RULEBOOK);
    }
}
