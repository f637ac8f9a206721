package org.panbao.intake.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.panbao.intake.parse.PlanSchema;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The published JSON Schemas; anybody may read them. */
@RestController
@Tag(name = "schemas")
final class SchemaController {

    private static final String SCHEMA_JSON = "application/schema+json";
    private static final MediaType SCHEMA = MediaType.valueOf(SCHEMA_JSON);

    private static final String RATE_BASIS = "rate-basis-1.schema.json";

    private final PlanSchema plan = PlanSchema.load();
    private final String rateBasis = resource(RATE_BASIS);

    @Operation(summary = "Names of the published JSON Schemas")
    @GetMapping(
            path = {"/schemas", "/schemas/"},
            produces = MediaType.APPLICATION_JSON_VALUE)
    Map<String, List<String>> list() {
        return Map.of("schemas", List.of("/schemas/" + PlanSchema.NAME, "/schemas/" + RATE_BASIS));
    }

    @Operation(summary = "JSON Schema (2020-12) of an enterprise's plan")
    @ApiResponse(
            responseCode = "200",
            description = "The schema",
            content = @Content(mediaType = SCHEMA_JSON, schema = @Schema(type = "object")))
    @GetMapping("/schemas/" + PlanSchema.NAME)
    ResponseEntity<String> plan() {
        return schema(plan.text());
    }

    @Operation(summary = "JSON Schema (2020-12) of a rate basis")
    @ApiResponse(
            responseCode = "200",
            description = "The schema",
            content = @Content(mediaType = SCHEMA_JSON, schema = @Schema(type = "object")))
    @GetMapping("/schemas/" + RATE_BASIS)
    ResponseEntity<String> rateBasis() {
        return schema(rateBasis);
    }

    private static ResponseEntity<String> schema(String text) {
        return ResponseEntity.ok()
                .contentType(SCHEMA)
                .cacheControl(CacheControl.noCache())
                .body(text);
    }

    private static String resource(String name) {
        try (InputStream stream = SchemaController.class.getResourceAsStream("/schemas/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("missing resource schemas/" + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("schemas/" + name, e);
        }
    }
}
