package org.panbao.web;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the rules saw of a subject when a quote was made, read from the facts kept in its rate basis. */
final class SeenFacts {

    /**
     * One of them.
     *
     * @param state of an answer, for example {@code YES}; null for a fact of the enterprise
     * @param value number or code; null when there is none
     * @param evidence of an answer, for example {@code DOCUMENTED}
     * @param ageDays days since the answer was given
     */
    record Seen(
            @Nullable String state,
            @Nullable String value,
            @Nullable String evidence,
            @Nullable String ageDays) {}

    private static final Seen NOTHING = new Seen(null, null, null, null);

    private final JsonNode profile;
    private final Map<String, JsonNode> answers = new HashMap<>();

    SeenFacts(JsonNode record) {
        this.profile = record.path("question").path("profile");
        profile.path("answers")
                .forEach(answer -> answers.put(answer.path("questionId").asString(), answer));
    }

    /** By the id of a question or the path of a fact, for example {@code enterprise.staffCount}. */
    public Seen of(String subject) {
        JsonNode answer = answers.get(subject);
        if (answer != null) {
            return new Seen(
                    text(answer.path("state")),
                    text(answer.path("value")),
                    text(answer.path("evidence")),
                    text(answer.path("answerAgeDays")));
        }
        JsonNode fact = profile.at("/" + subject.replace('.', '/'));
        return fact.isValueNode() ? new Seen(null, text(fact), null, null) : NOTHING;
    }

    private static @Nullable String text(JsonNode value) {
        return value.isNull() || value.isMissingNode() ? null : value.asString();
    }
}
