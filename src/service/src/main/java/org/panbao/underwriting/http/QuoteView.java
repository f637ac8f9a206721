package org.panbao.underwriting.http;

import java.time.LocalDate;
import org.panbao.storage.Revision;
import org.panbao.underwriting.QuoteState;
import org.panbao.underwriting.StoredQuote;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A stored quote as it is shown: the answer as it was given, then its state and history. A premium that was indicative
 * is no longer so once a senior underwriter has approved it.
 */
final class QuoteView {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private QuoteView() {}

    static JsonNode whole(StoredQuote quote, LocalDate today) {
        ObjectNode view = (ObjectNode) MAPPER.readTree(quote.body());
        QuoteState state = quote.stateOn(today);
        if (state == QuoteState.APPROVED && view.get("premium") instanceof ObjectNode premium) {
            premium.put("indicative", false);
        }
        view.put("state", state.name());
        view.put("createdAt", quote.createdAt().toString());
        view.put("createdBy", quote.createdBy());
        view.set(
                "history",
                MAPPER.valueToTree(quote.historyOn(today).stream()
                        .map(QuoteDocument.Event::of)
                        .toList()));
        return view;
    }

    /** Changes with every event; a lapse by time alone does not change it. */
    static String etag(StoredQuote quote) {
        return new Revision(quote.events().size()).etag();
    }
}
