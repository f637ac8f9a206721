package org.panbao.api;

import org.panbao.base.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON bodies as strictly as the HTTP interface does, for callers outside of Spring. */
public final class StrictBodies {

    private final JsonMapper mapper = JsonConfig.strict(
                    JsonMapper.builder(JsonConfig.strict(JsonFactory.builder()).build()))
            .build();
    private final JsonProblems problems = new JsonProblems(new ProblemTexts());

    /** The document in UTF-8; throws {@link Problem} MALFORMED_JSON with line and column when it is none. */
    public JsonNode read(byte[] body) {
        try {
            JsonNode document = mapper.readTree(body);
            if (document.isMissingNode()) {
                throw problems.of(null);
            }
            return document;
        } catch (JacksonException e) {
            throw problems.of(e);
        }
    }

    /** The document as a body of this type; throws {@link Problem} INVALID_REQUEST with the place that does not fit. */
    public <T> T as(Class<T> type, JsonNode document) {
        try {
            return mapper.treeToValue(document, type);
        } catch (JacksonException e) {
            throw problems.of(e);
        }
    }
}
