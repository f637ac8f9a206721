package org.panbao.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A step of a calculation as the page shows it.
 *
 * @param operands each with what it is, where it comes from and its value
 * @param row the filed row that was hit, with its table; empty when none was
 * @param after running premium after the step; null when the step does not move it
 */
record StepLine(
        String number,
        String register,
        String operator,
        List<String> operands,
        String row,
        String value,
        @Nullable String after) {

    static List<StepLine> of(JsonNode record) {
        return record.path("steps").valueStream().map(StepLine::line).toList();
    }

    private static StepLine line(JsonNode step) {
        JsonNode hit = step.path("hit");
        return new StepLine(
                step.path("number").asString(),
                step.path("register").asString(),
                step.path("operator").asString(),
                step.path("operands").valueStream().map(StepLine::operand).toList(),
                hit.isObject()
                        ? hit.path("row").asString() + " (" + hit.path("table").asString() + ")"
                        : "",
                step.path("value").asString(),
                step.path("after").isString() ? step.path("after").asString() : null);
    }

    private static String operand(JsonNode operand) {
        return operand.path("role").asString() + " " + operand.path("ref").asString() + " = "
                + operand.path("value").asString();
    }
}
