package org.panbao.underwriting.http;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.panbao.storage.Revision;
import org.panbao.underwriting.QuoteEvent;
import org.panbao.underwriting.StoredQuote;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A stored quote as it is shown: the answer as it was given, then its state and history. */
final class QuoteView {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private QuoteView() {}

    static JsonNode whole(StoredQuote quote, LocalDate today) {
        ObjectNode view = (ObjectNode) MAPPER.readTree(quote.body());
        view.put("state", quote.stateOn(today).name());
        view.put("createdAt", quote.createdAt().toString());
        view.put("createdBy", quote.createdBy());
        view.set(
                "history",
                MAPPER.valueToTree(quote.events().stream().map(QuoteView::event).toList()));
        return view;
    }

    /** One line of a list. */
    static Map<String, Object> line(StoredQuote quote, LocalDate today) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("quoteId", quote.id());
        line.put("planId", quote.planId());
        line.put("planRevision", quote.planRevision());
        line.put("productId", quote.productId());
        line.put("decision", quote.decision());
        line.put("state", quote.stateOn(today));
        line.put(
                "totalPremium",
                quote.totalPremiumCny() == null ? null : quote.totalPremiumCny().toPlainString());
        line.put("ratingDate", quote.ratingDate().toString());
        line.put("expiresOn", quote.expiresOn().toString());
        line.put("createdAt", quote.createdAt().toString());
        return line;
    }

    /** Changes with every event; a lapse by time alone does not change it. */
    static String etag(StoredQuote quote) {
        return new Revision(quote.events().size()).etag();
    }

    private static Map<String, Object> event(QuoteEvent event) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("seq", event.seq());
        view.put("state", event.state());
        view.put("action", event.action());
        view.put("by", event.actor());
        view.put("role", event.role());
        view.put("at", event.at().toString());
        view.put("reason", event.reason());
        return view;
    }

    static List<Map<String, Object>> lines(List<StoredQuote> quotes, LocalDate today) {
        return quotes.stream().map(quote -> line(quote, today)).toList();
    }
}
