package org.panbao.intake.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.panbao.profile.Plan;
import tools.jackson.databind.JsonNode;

/** The published schema and the records of a plan say the same. */
class SchemaAndRecordsTest {

    private final JsonNode schema = PlanSchema.load().tree();
    private final List<String> differences = new ArrayList<>();

    @Test
    void haveTheSameFields() {
        compare(Plan.class, schema, "");
        assertThat(differences).isEmpty();
    }

    @Test
    void everyObjectIsClosedAndEveryFieldIsDescribedInBothLanguages() {
        describe(schema, "");
        assertThat(differences).isEmpty();
    }

    private void compare(Class<?> record, JsonNode object, String path) {
        List<String> names = Arrays.stream(record.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        if (!new TreeSet<>(names).equals(new TreeSet<>(object.path("properties").propertyNames()))) {
            differences.add(
                    path + ": " + names + " and " + object.path("properties").propertyNames());
            return;
        }
        List<String> required =
                object.path("required").valueStream().map(JsonNode::asString).toList();
        for (RecordComponent component : record.getRecordComponents()) {
            String name = component.getName();
            boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                    || (component.getType() == List.class && !name.equals("insureds"));
            if (optional == required.contains(name)) {
                differences.add(path + "/" + name + " is required in one and optional in the other");
            }
            compareType(component.getAnnotatedType(), object.path("properties").get(name), path + "/" + name);
        }
    }

    private void compareType(AnnotatedType type, JsonNode field, String path) {
        JsonNode resolved = resolve(field);
        if (type instanceof AnnotatedParameterizedType list) {
            expectType("array", resolved, path);
            compareType(list.getAnnotatedActualTypeArguments()[0], resolved.path("items"), path + "/0");
            return;
        }
        Class<?> raw = (Class<?>) type.getType();
        if (raw.isRecord()) {
            expectType("object", resolved, path);
            compare(raw, resolved, path);
        } else if (raw.isEnum()) {
            List<String> constants =
                    Arrays.stream(raw.getEnumConstants()).map(Object::toString).toList();
            List<String> listed =
                    resolved.path("enum").valueStream().map(JsonNode::asString).toList();
            if (!constants.equals(listed)
                    || !resolved.path("x-enum-zh").propertyNames().containsAll(listed)
                    || !resolved.path("x-enum-en").propertyNames().containsAll(listed)) {
                differences.add(path + ": " + constants + " and " + listed);
            }
        } else if (raw == Boolean.class || raw == boolean.class) {
            expectType("boolean", resolved, path);
        } else if (raw == Integer.class || raw == int.class || raw == Long.class) {
            expectType("integer", resolved, path);
            long bound = raw == Long.class ? Long.MAX_VALUE : Integer.MAX_VALUE;
            if (!resolved.has("minimum") || resolved.path("maximum").asLong(Long.MAX_VALUE) >= bound) {
                differences.add(path + " has no bounds that fit " + raw);
            }
        } else if (!resolved.has("const")) {
            expectType("string", resolved, path);
            if (!resolved.has("maxLength")
                    || (raw == BigDecimal.class && !resolved.has("pattern"))
                    || (raw == LocalDate.class) != resolved.has("format")) {
                differences.add(path + " lacks a bound, a pattern or a format");
            }
        }
    }

    private void expectType(String expected, JsonNode field, String path) {
        if (!field.path("type").asString("").equals(expected)) {
            differences.add(path + " should be of type " + expected);
        }
    }

    private void describe(JsonNode node, String path) {
        if (node.path("type").asString("").equals("object")
                && node.path("additionalProperties").asBoolean(true)) {
            differences.add(path + " is open");
        }
        if (node.path("type").asString("").equals("array") && !node.has("maxItems")) {
            differences.add(path + " has no bound");
        }
        node.path("properties").properties().forEach(field -> {
            for (String keyword : List.of("title", "x-title-zh", "description", "x-description-zh")) {
                if (field.getValue().path(keyword).asString("").isBlank()) {
                    differences.add(path + "/" + field.getKey() + " has no " + keyword);
                }
            }
            describe(field.getValue(), path + "/" + field.getKey());
        });
        node.path("$defs").properties().forEach(def -> describe(def.getValue(), "$defs/" + def.getKey()));
    }

    private JsonNode resolve(JsonNode field) {
        return field.has("$ref") ? schema.at(field.path("$ref").asString().substring(1)) : field;
    }
}
