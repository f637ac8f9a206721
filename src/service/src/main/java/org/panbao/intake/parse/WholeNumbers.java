package org.panbao.intake.parse;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes a copy of a document in which every number with a fraction or an exponent is null. A plan has whole numbers
 * only; the schema would take {@code 3.0} or {@code 3e0} for one, and to expand {@code 1e999999999} costs memory.
 */
final class WholeNumbers {

    private WholeNumbers() {}

    static JsonNode only(JsonNode node) {
        JsonNodeFactory factory = JsonNodeFactory.instance;
        if (node.isObject()) {
            ObjectNode copy = factory.objectNode();
            node.properties().forEach(member -> copy.set(member.getKey(), only(member.getValue())));
            return copy;
        }
        if (node.isArray()) {
            ArrayNode copy = factory.arrayNode();
            node.forEach(item -> copy.add(only(item)));
            return copy;
        }
        return node.isNumber() && !node.isIntegralNumber() ? factory.nullNode() : node;
    }
}
