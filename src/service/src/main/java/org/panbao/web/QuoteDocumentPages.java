package org.panbao.web;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.Locale;
import java.util.UUID;
import org.panbao.base.Language;
import org.panbao.documents.QuoteDocuments;
import org.panbao.documents.WordWriter;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The document of a quote: a page to print or keep as PDF, and the same as a Word file. */
@Hidden
@Controller
@RequestMapping("/app/quotes/{quoteId}")
final class QuoteDocumentPages {

    private final QuoteDocuments documents;

    QuoteDocumentPages(QuoteDocuments documents) {
        this.documents = documents;
    }

    @GetMapping("/document")
    String page(@PathVariable UUID quoteId, Locale locale, Model model) {
        model.addAttribute("quoteId", quoteId);
        model.addAttribute("document", documents.of(quoteId, Language.of(locale)));
        return "document";
    }

    @GetMapping("/document.docx")
    ResponseEntity<byte[]> word(@PathVariable UUID quoteId, Locale locale) {
        ContentDisposition attachment = ContentDisposition.attachment()
                .filename("quote-" + quoteId + ".docx")
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
                .header(HttpHeaders.CONTENT_TYPE, WordWriter.MEDIA_TYPE)
                .body(WordWriter.bytes(documents.of(quoteId, Language.of(locale))));
    }
}
