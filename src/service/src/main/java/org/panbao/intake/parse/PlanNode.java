package org.panbao.intake.parse;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * A place in a plan document and what stands there. A value that is absent, or not of the type asked for, reads as null
 * or as an empty list: the schema tells of those, and every other check still runs.
 */
public final class PlanNode {

    private static final Pattern PLAIN_DECIMAL = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,4})?");
    private static final Pattern PLAIN_DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private final JsonNode node;
    private final String pointer;

    private PlanNode(JsonNode node, String pointer) {
        this.node = node;
        this.pointer = pointer;
    }

    public static PlanNode root(JsonNode document) {
        return new PlanNode(document, "");
    }

    /** JSON pointer of this place. */
    public String pointer() {
        return pointer;
    }

    /** JSON pointer of the member {@code name}, whether it is there or not. */
    public String at(String name) {
        return pointer + "/" + name;
    }

    /** The object that stands under {@code name}; empty when there is none. */
    public PlanNode child(String name) {
        return new PlanNode(member(name), at(name));
    }

    /** The objects of the list under {@code name}; other items are left out, the rest keep their place. */
    public List<PlanNode> items(String name) {
        JsonNode list = member(name);
        List<PlanNode> items = new ArrayList<>();
        for (int i = 0; list.isArray() && i < list.size(); i++) {
            if (list.get(i).isObject()) {
                items.add(new PlanNode(list.get(i), at(name) + "/" + i));
            }
        }
        return items;
    }

    /** The texts of the list under {@code name}, by pointer; other items are left out. */
    public Map<String, String> texts(String name) {
        JsonNode list = member(name);
        Map<String, String> texts = new LinkedHashMap<>();
        for (int i = 0; list.isArray() && i < list.size(); i++) {
            if (list.get(i).isString()) {
                texts.put(at(name) + "/" + i, list.get(i).stringValue());
            }
        }
        return texts;
    }

    /** Whether anything stands under {@code name}, right or wrong. */
    public boolean has(String name) {
        return !member(name).isMissingNode();
    }

    /** Whether an object stands here. */
    public boolean exists() {
        return node.isObject();
    }

    public @Nullable String text(String name) {
        JsonNode value = member(name);
        return value.isString() ? value.stringValue() : null;
    }

    public @Nullable Boolean flag(String name) {
        JsonNode value = member(name);
        return value.isBoolean() ? value.booleanValue() : null;
    }

    public @Nullable Long whole(String name) {
        JsonNode value = member(name);
        return value.isIntegralNumber() && value.canConvertToLong() ? value.longValue() : null;
    }

    public @Nullable BigDecimal decimal(String name) {
        String text = text(name);
        return text != null && PLAIN_DECIMAL.matcher(text).matches() ? new BigDecimal(text) : null;
    }

    public @Nullable LocalDate date(String name) {
        String text = text(name);
        if (text == null || !PLAIN_DATE.matcher(text).matches()) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private JsonNode member(String name) {
        JsonNode value = node.get(name);
        return value == null ? MissingNode.getInstance() : value;
    }
}
