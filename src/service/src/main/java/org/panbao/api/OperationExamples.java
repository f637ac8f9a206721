package org.panbao.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Examples of requests and answers, and the headers of answers, from {@code examples/<tag>.json}: one file for each
 * group of calls, in it the call, then {@code request} or the status. Read by swagger's own Jackson, which writes them.
 */
final class OperationExamples {

    private final Map<String, JsonNode> files = new ConcurrentHashMap<>();

    /** Adds what the file says about {@code call}, for example {@code GET /api/v1/quotes}. */
    void describe(String call, Operation operation) {
        JsonNode described = files.computeIfAbsent(operation.getTags().get(0), OperationExamples::read)
                .path(call);
        if (operation.getRequestBody() != null) {
            addExamples(described.path("request"), operation.getRequestBody().getContent());
        }
        operation.getResponses().forEach((status, answer) -> describe(described.path(status), answer));
    }

    private static void describe(JsonNode described, ApiResponse answer) {
        described.path("headers").forEach(name -> ResponseHeaders.add(answer, name.textValue()));
        addExamples(described, answer.getContent());
    }

    private static void addExamples(JsonNode described, @Nullable Content content) {
        if (content != null) {
            content.values()
                    .forEach(body -> described
                            .path("examples")
                            .properties()
                            .forEach(example ->
                                    body.addExamples(example.getKey(), new Example().value(example.getValue()))));
        }
    }

    private static JsonNode read(String tag) {
        String name = "/examples/" + tag + ".json";
        try (InputStream stream = OperationExamples.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("missing resource " + name);
            }
            return Json31.mapper().readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
