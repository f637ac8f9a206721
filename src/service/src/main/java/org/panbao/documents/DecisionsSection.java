package org.panbao.documents;

import java.time.Instant;
import java.util.List;
import org.panbao.documents.Block.Column;
import org.panbao.ratebasis.Sealed;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What people decided about a referred quote, from the sealed records: when, what, who, by which authority and why. */
final class DecisionsSection {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final List<Sealed> decisions;
    private final Words words;

    DecisionsSection(QuoteSource source, Words words) {
        this.decisions = source.basis().decisions();
        this.words = words;
    }

    void addTo(Blocks blocks) {
        if (decisions.isEmpty()) {
            return;
        }
        blocks.section(words.label("decisions"));
        blocks.table(
                words.label("decisions"),
                List.of(
                        Column.text(words.label("decided.at"), 4),
                        Column.text(words.label("decision"), 3),
                        Column.text(words.label("decided.by"), 5),
                        Column.text(words.label("authority"), 4),
                        Column.text(words.label("why"), 6)),
                decisions.stream()
                        .map(decision -> row(MAPPER.readTree(decision.record())))
                        .toList());
    }

    private List<String> row(JsonNode decision) {
        return List.of(
                words.time(Instant.parse(decision.path("at").asString())),
                words.label("action." + decision.path("action").asString()),
                decision.path("by").asString("") + "\n"
                        + words.label("role." + decision.path("role").asString()),
                authority(decision),
                decision.path("reason").asString(""));
    }

    /** What the holder had, which covers what the case needed; none where no authority was asked for. */
    private String authority(JsonNode decision) {
        JsonNode held = decision.path("authorityHeld");
        return held.isString() ? words.label("authority." + held.asString()) : Figures.NONE;
    }
}
