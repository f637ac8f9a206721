package org.panbao.web;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.panbao.documents.Figures;
import tools.jackson.databind.JsonNode;

/**
 * A step of a calculation as the page shows it.
 *
 * @param subject coefficient, term or operation the step belongs to
 * @param cover id of the cover it is about, with the insured of a schedule behind it; null when of all
 * @param operands each with what it is, where it comes from and its value
 * @param row the filed row that was hit; null when none was
 * @param after running premium after the step; null when the step does not move it
 */
record StepLine(
        String number,
        String subject,
        @Nullable String cover,
        String register,
        String operator,
        List<String> operands,
        @Nullable FiledRow row,
        String value,
        @Nullable String after) {

    /**
     * A row as filed.
     *
     * @param keys what it was looked up with
     * @param keyRange the range of the key, for example {@code [0.8, 1.0)}; null when codes alone select the row
     * @param values the filed value or range of values
     */
    record FiledRow(
            String id,
            String table,
            List<Key> keys,
            @Nullable String keyRange,
            @Nullable String values) {}

    /** A parameter that selects a row, and its value, for example {@code aggregateRatio} and {@code 0.8}. */
    record Key(String name, String value) {}

    static List<StepLine> of(JsonNode record) {
        return record.path("steps").valueStream().map(StepLine::line).toList();
    }

    private static StepLine line(JsonNode step) {
        JsonNode hit = step.path("hit");
        return new StepLine(
                step.path("number").asString(),
                step.path("subject").asString(),
                cover(step),
                step.path("register").asString(),
                step.path("operator").asString(),
                step.path("operands").valueStream().map(StepLine::operand).toList(),
                hit.isObject() ? row(hit) : null,
                step.path("value").asString(),
                textOrNull(step.path("after")));
    }

    private static @Nullable String cover(JsonNode step) {
        String cover = textOrNull(step.path("cover"));
        String insured = textOrNull(step.path("insured"));
        return insured == null ? cover : (cover == null ? "" : cover + " ") + insured;
    }

    private static FiledRow row(JsonNode hit) {
        return new FiledRow(
                hit.path("row").asString(),
                hit.path("table").asString(),
                hit.path("key").valueStream().map(StepLine::key).toList(),
                Figures.range(hit.path("keyRange"), UnaryOperator.identity()),
                Figures.range(hit.path("values"), UnaryOperator.identity()));
    }

    private static Key key(JsonNode key) {
        return new Key(key.path("name").asString(), key.path("value").asString(""));
    }

    private static String operand(JsonNode operand) {
        return operand.path("role").asString() + " " + operand.path("ref").asString() + " = "
                + operand.path("value").asString();
    }

    private static @Nullable String textOrNull(JsonNode value) {
        return value.isString() ? value.asString() : null;
    }
}
