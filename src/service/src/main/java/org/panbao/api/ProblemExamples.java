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
import java.util.regex.Pattern;
import org.panbao.base.Finding;
import org.panbao.base.ProblemCode;
import org.panbao.base.Severity;
import org.panbao.base.Text;
import org.springframework.stereotype.Component;

/** Problem answers as OpenAPI describes them: one response for each status, with an example of each code. */
@Component
final class ProblemExamples {

    static final String SCHEMA = "#/components/schemas/Problem";

    private static final Pattern MARK = Pattern.compile("\\{(\\w+)}");

    /** What the marks of the details stand for in an example. */
    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("line", "3"),
            Map.entry("column", "17"),
            Map.entry("reason", "duplicate-key"),
            Map.entry("limitBytes", "2097152"),
            Map.entry("unit", "plans"),
            Map.entry("limit", "10000"),
            Map.entry("product", "sample-d"),
            Map.entry("insurer", "demo-insurer-2"),
            Map.entry("coefficient", "LOSS_RATIO"),
            Map.entry("value", "1.3"),
            Map.entry("table", "rules/products/sample-d/coefficients/loss-ratio.csv"),
            Map.entry("key", "lossRatioPercent=250"),
            Map.entry("months", "14"),
            Map.entry("needed", "SENIOR"),
            Map.entry("held", "AUTOMATIC"),
            Map.entry("state", "EXPIRED"),
            Map.entry("action", "APPROVE"),
            Map.entry("failure", "6a1f0c52-51b7-4c0e-8f5e-0c2f5f1f7b11"));

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
        ApiResponse answer = new ApiResponse()
                .description(String.join("; ", titles))
                .content(new Content()
                        .addMediaType(org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE, body));
        ResponseHeaders.add(answer, ResponseHeaders.CONTENT_LANGUAGE);
        switch (status) {
            case 401 -> ResponseHeaders.add(answer, ResponseHeaders.WWW_AUTHENTICATE);
            case 405 -> ResponseHeaders.add(answer, ResponseHeaders.ALLOW);
            case 429, 503 -> ResponseHeaders.add(answer, ResponseHeaders.RETRY_AFTER);
            default -> {}
        }
        return answer;
    }

    private Map<String, Object> example(ProblemCode code) {
        Text detail = texts.detail(code, VALUES);
        Map<String, Object> example = new LinkedHashMap<>();
        example.put("type", "/problems/" + code.slug());
        example.put("title", texts.title(code).zh());
        example.put("status", code.status());
        example.put("code", code.slug());
        example.put("detail", detail.zh());
        example.put("instance", "/api/v1/quotes");
        example.put("titles", texts.title(code));
        example.put("details", detail);
        example.put("findings", findings(code));
        MARK.matcher(texts.template(code).zh())
                .results()
                .map(mark -> mark.group(1))
                .filter(VALUES::containsKey)
                .forEach(mark -> example.put(mark, VALUES.get(mark)));
        return example;
    }

    private List<Finding> findings(ProblemCode code) {
        return switch (code) {
            case INVALID_REQUEST -> List.of(missing("/productId"));
            case PLAN_INVALID -> List.of(missing("/policyholder/name"));
            default -> List.of();
        };
    }

    private Finding missing(String pointer) {
        return new Finding(Severity.ERROR, pointer, "missing-field", texts.finding("missing-field"));
    }
}
