package org.panbao.underwriting.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Collectors;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;
import org.panbao.ratebasis.RateBases;
import org.panbao.ratebasis.Sealed;
import org.panbao.ratebasis.StoredRateBasis;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The rate basis of a quote, to be re-computed by anybody. */
@RestController
@Tag(name = "quotes")
final class RateBasisController {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final RateBases rateBases;

    RateBasisController(RateBases rateBases) {
        this.rateBases = rateBases;
    }

    @Operation(
            summary = "Take a rate apart",
            description =
                    "The record with its SHA-256 and signature, and what was decided about it later, sealed likewise; "
                            + "the schema is /schemas/rate-basis-1.schema.json and "
                            + "docs/verify/rate_basis.py re-computes it.")
    @ApiResponse(
            responseCode = "200",
            description = "The record as it was signed, byte for byte",
            content = @Content(schema = @Schema(ref = "/schemas/rate-basis-1.schema.json")))
    @GetMapping(path = "/api/v1/quotes/{quoteId}/rate-basis", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> rateBasis(@PathVariable UUID quoteId) {
        StoredRateBasis basis = rateBases.findByQuote(quoteId).orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND));
        // written by hand, so that the record stays the bytes that were hashed and signed
        String json = "{\"formatVersion\":" + MAPPER.writeValueAsString(basis.formatVersion())
                + ",\"rateBasisId\":" + MAPPER.writeValueAsString(basis.id())
                + "," + members(basis.basis())
                + ",\"decisions\":["
                + basis.decisions().stream()
                        .map(decision -> "{" + members(decision) + "}")
                        .collect(Collectors.joining(","))
                + "]}";
        return ResponseEntity.ok()
                .eTag("\"" + basis.basis().sha256() + "-" + basis.decisions().size() + "\"")
                .body(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String members(Sealed sealed) {
        return "\"record\":" + sealed.record()
                + ",\"sha256\":" + MAPPER.writeValueAsString(sealed.sha256())
                + ",\"signature\":" + MAPPER.writeValueAsString(sealed.signature());
    }
}
