package org.panbao.intake.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
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

    private static final MediaType SCHEMA = MediaType.valueOf("application/schema+json");

    private final PlanSchema plan = PlanSchema.load();

    @Operation(summary = "Names of the published JSON Schemas")
    @GetMapping(
            path = {"/schemas", "/schemas/"},
            produces = MediaType.APPLICATION_JSON_VALUE)
    Map<String, List<String>> list() {
        return Map.of("schemas", List.of("/schemas/" + PlanSchema.NAME));
    }

    @Operation(summary = "JSON Schema (2020-12) of an enterprise's plan")
    @GetMapping("/schemas/" + PlanSchema.NAME)
    ResponseEntity<String> plan() {
        return ResponseEntity.ok()
                .contentType(SCHEMA)
                .cacheControl(CacheControl.noCache())
                .body(plan.text());
    }
}
