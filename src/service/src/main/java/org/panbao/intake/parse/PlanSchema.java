package org.panbao.intake.parse;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import com.networknt.schema.path.NodePath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import tools.jackson.databind.JsonNode;

/**
 * The published schema of a plan. Names of fields and what may stand in them are taken from here, for findings as for
 * documentation.
 */
public final class PlanSchema {

    /** Name under which the schema is published. */
    public static final String NAME = "plan-1.schema.json";

    /** Names for people; they refuse nothing. */
    private static final List<String> OWN_KEYWORDS =
            List.of("x-title-zh", "x-description-zh", "x-enum-zh", "x-enum-en");

    /** Of several faults of one value, the one that says most is told. */
    private static final List<String> MOST_TELLING_FIRST =
            List.of("type", "const", "enum", "format", "minLength", "pattern", "maxLength");

    private static final BinaryOperator<Error> MORE_TELLING =
            BinaryOperator.minBy(Comparator.comparing(PlanSchema::rank));

    private final String text;
    private final Schema schema;

    private PlanSchema(String text) {
        this.text = text;
        // the dialect of 2020-12 knows its own keywords only
        Dialect dialect = Dialect.builder(Dialects.getDraft202012())
                .keywords(OWN_KEYWORDS.stream().map(NonValidationKeyword::new).toList())
                .build();
        this.schema = SchemaRegistry.withDialect(dialect).getSchema(text, InputFormat.JSON);
    }

    /** Reads the schema that is packaged with the service. */
    public static PlanSchema load() {
        try (InputStream stream = PlanSchema.class.getResourceAsStream("/schemas/" + NAME)) {
            if (stream == null) {
                throw new IllegalStateException("missing resource schemas/" + NAME);
            }
            return new PlanSchema(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("schemas/" + NAME, e);
        }
    }

    /** The schema as published. */
    public String text() {
        return text;
    }

    /** The schema as a tree. */
    public JsonNode tree() {
        return schema.getSchemaNode();
    }

    /** Adds one finding for every value of {@code document} that the schema refuses, misses or does not know. */
    public void validate(JsonNode document, Findings findings) {
        Map<String, Error> byPointer = new LinkedHashMap<>();
        List<Error> errors = schema.validate(
                WholeNumbers.only(document),
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
        for (Error error : errors) {
            byPointer.merge(pointer(error), error, MORE_TELLING);
        }
        byPointer.forEach((pointer, error) -> add(pointer, error, findings));
    }

    private static void add(String pointer, Error error, Findings findings) {
        switch (error.getKeyword()) {
            case "required" -> findings.error(pointer, "missing-field");
            case "additionalProperties" -> findings.error(pointer, "unknown-field");
            case "type" ->
                findings.error(pointer, "wrong-type-" + error.getSchemaNode().asString("value"));
            case "enum" -> findings.error(pointer, "not-in-list", Map.of("allowed", list(error.getSchemaNode())));
            case "const" -> findings.error(pointer, "wrong-format-version");
            case "format" -> findings.error(pointer, "wrong-date");
            case "minLength" -> findings.error(pointer, "empty-text");
            case "maxLength" -> findings.error(pointer, "too-long", bound(error));
            case "minimum" -> findings.error(pointer, "too-small", bound(error));
            case "maximum" -> findings.error(pointer, "too-large", bound(error));
            case "minItems" -> findings.error(pointer, "too-few", bound(error));
            case "maxItems" -> findings.error(pointer, "too-many", bound(error));
            default -> findings.error(pointer, "wrong-format");
        }
    }

    private static Map<String, String> bound(Error error) {
        return Map.of("bound", error.getSchemaNode().asString(""));
    }

    private static String list(JsonNode values) {
        return String.join(", ", values.valueStream().map(JsonNode::asString).toList());
    }

    private static int rank(Error error) {
        int place = MOST_TELLING_FIRST.indexOf(error.getKeyword());
        return place < 0 ? MOST_TELLING_FIRST.size() : place;
    }

    /** The place of the fault; for a missing or unknown field, the field itself and not the object around it. */
    private static String pointer(Error error) {
        StringBuilder pointer = new StringBuilder();
        NodePath path = error.getInstanceLocation();
        for (int i = 0; i < path.getNameCount(); i++) {
            append(pointer, String.valueOf(path.getElement(i)));
        }
        if (error.getProperty() != null) {
            append(pointer, error.getProperty());
        }
        return pointer.toString();
    }

    private static void append(StringBuilder pointer, String name) {
        pointer.append('/').append(name.replace("~", "~0").replace("/", "~1"));
    }
}
