package org.panbao.api;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.converter.ResolvedSchema;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.panbao.base.ProblemCode;
import org.springframework.stereotype.Component;

/** Problem answers as OpenAPI describes them: one response for each status, with an example of each code. */
@Component
final class ProblemExamples {

    static final String SCHEMA = "#/components/schemas/Problem";

    private final ProblemTexts texts;

    ProblemExamples(ProblemTexts texts) {
        this.texts = texts;
    }

    /** The schema of problem bodies and those that it refers to, by name. */
    @SuppressWarnings("rawtypes") // swagger's own signature
    Map<String, Schema> schemas() {
        ResolvedSchema resolved = ModelConverters.getInstance(true)
                .resolveAsResolvedSchema(new AnnotatedType(ProblemBody.class).resolveAsRef(false));
        Map<String, Schema> schemas = new LinkedHashMap<>(resolved.referencedSchemas);
        schemas.put("Problem", resolved.schema.additionalProperties(true));
        return schemas;
    }

    /** Responses by status; a status that no problem has gives none. */
    Map<Integer, ApiResponse> responses() {
        Map<Integer, ApiResponse> responses = new LinkedHashMap<>();
        for (ProblemCode code : ProblemCode.values()) {
            responses.computeIfAbsent(code.status(), this::response);
        }
        return responses;
    }

    private ApiResponse response(int status) {
        List<ProblemCode> codes = Arrays.stream(ProblemCode.values())
                .filter(code -> code.status() == status)
                .toList();
        MediaType body = new MediaType().schema(new Schema<>().$ref(SCHEMA));
        codes.forEach(code -> body.addExamples(code.slug(), new Example().value(example(code))));
        List<String> titles = codes.stream().map(code -> texts.title(code).en()).toList();
        return new ApiResponse()
                .description(String.join("; ", titles))
                .content(new Content()
                        .addMediaType(org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE, body));
    }

    private Map<String, Object> example(ProblemCode code) {
        Map<String, Object> example = new LinkedHashMap<>();
        example.put("type", "/problems/" + code.slug());
        example.put("title", texts.title(code).zh());
        example.put("status", code.status());
        example.put("code", code.slug());
        example.put("detail", texts.template(code).zh());
        example.put("instance", "/api/v1/…");
        example.put("titles", texts.title(code));
        example.put("details", texts.template(code));
        example.put("findings", List.of());
        return example;
    }
}
