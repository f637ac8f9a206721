package org.panbao.api;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.panbao.support.PanbaoServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The description as served: its calls, and what its schemas say about a body. */
final class DescribedApi {

    static final String JSON = "application/json";
    static final String ZIP = "application/zip";
    static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    static final List<String> BINARY = List.of(ZIP, DOCX);
    static final String PROBLEM = "application/problem+json";

    private static final String BASE = "https://panbao.test";
    private static final List<String> PUBLISHED =
            List.of("/schemas/plan-1.schema.json", "/schemas/rate-basis-1.schema.json");

    private final JsonNode document;
    private final ObjectNode components;
    private final SchemaRegistry schemas;

    DescribedApi(PanbaoServer server) {
        document = server.anonymous().get("/v3/api-docs").json();
        components = strict(document.get("components").deepCopy());
        Map<String, String> published = new TreeMap<>();
        PUBLISHED.forEach(
                path -> published.put(BASE + path, server.anonymous().get(path).body()));
        schemas = SchemaRegistry.withDialects(
                List.of(Dialects.getOpenApi31(), Dialects.getDraft202012()), builder -> builder.schemas(published));
    }

    JsonNode document() {
        return document;
    }

    /** Every call by method and path, for example {@code GET /api/v1/quotes}. */
    Map<String, JsonNode> calls() {
        Map<String, JsonNode> calls = new TreeMap<>();
        document.get("paths")
                .propertyStream()
                .forEach(path -> path.getValue()
                        .propertyStream()
                        .forEach(
                                call -> calls.put(call.getKey().toUpperCase() + " " + path.getKey(), call.getValue())));
        return calls;
    }

    /** What a call says about a status; missing when it says nothing. */
    JsonNode answer(String call, String status) {
        JsonNode answer = calls().get(call).path("responses").path(status);
        return answer.has("$ref") ? document.at(answer.get("$ref").asString().substring(1)) : answer;
    }

    /** What a schema of the components requires of a body; nothing for one that is published elsewhere. */
    List<String> required(JsonNode content) {
        String reference = content.at("/schema/$ref").asString("");
        return reference.startsWith("#")
                ? document.at(reference.substring(1))
                        .path("required")
                        .valueStream()
                        .map(JsonNode::asString)
                        .toList()
                : List.of();
    }

    /** What the schema of {@code content} finds wrong with a body; a member that it does not describe is wrong too. */
    List<String> faults(JsonNode content, JsonNode body) {
        ObjectNode schema = components.objectNode();
        schema.put("$id", BASE + "/check");
        schema.set("components", components);
        schema.set("allOf", schema.arrayNode().add(content.path("schema")));
        return schemas
                .getSchema(schema)
                .validate(body, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Error::toString)
                .toList();
    }

    /** Closes every object that is not part of another one, so that nothing undescribed passes. */
    private static ObjectNode strict(JsonNode components) {
        List<String> parts = components.get("schemas").findValues("allOf").stream()
                .flatMap(JsonNode::valueStream)
                .map(part -> part.path("$ref").asString(""))
                .toList();
        components.get("schemas").propertyStream().forEach(schema -> {
            boolean open = schema.getValue().has("additionalProperties")
                    || parts.contains("#/components/schemas/" + schema.getKey());
            if (!open && schema.getValue() instanceof ObjectNode closed) {
                closed.put("unevaluatedProperties", false);
            }
        });
        return (ObjectNode) components;
    }
}
