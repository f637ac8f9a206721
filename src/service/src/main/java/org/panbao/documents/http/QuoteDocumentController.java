package org.panbao.documents.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.panbao.base.Language;
import org.panbao.documents.QuoteDocuments;
import org.panbao.documents.WordWriter;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A quote as a Word document with the rate basis in its appendix. */
@RestController
@Tag(name = "quotes")
final class QuoteDocumentController {

    private final QuoteDocuments documents;

    QuoteDocumentController(QuoteDocuments documents) {
        this.documents = documents;
    }

    @Operation(
            summary = "A quote as a Word document",
            description = "What is offered, to whom, under which terms and why; the rate basis step by step in the "
                    + "appendix. Made from what is kept of the quote.")
    @ApiResponse(
            responseCode = "200",
            description = "The document",
            content = @Content(mediaType = WordWriter.MEDIA_TYPE, schema = @Schema(type = "string", format = "binary")))
    @GetMapping(path = "/api/v1/quotes/{quoteId}/document.docx", produces = WordWriter.MEDIA_TYPE)
    ResponseEntity<byte[]> document(
            @PathVariable UUID quoteId,
            @Parameter(
                            description = "Language of the document",
                            schema =
                                    @Schema(
                                            allowableValues = {"zh", "en"},
                                            defaultValue = "zh"))
                    @RequestParam(defaultValue = "zh")
                    String lang) {
        byte[] bytes = WordWriter.bytes(documents.of(quoteId, Language.parse(lang)));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(quoteId))
                .body(bytes);
    }

    private static String attachment(UUID quoteId) {
        return ContentDisposition.attachment()
                .filename("quote-" + quoteId + ".docx")
                .build()
                .toString();
    }
}
