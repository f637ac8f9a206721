package org.panbao.underwriting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.panbao.support.Answer;
import org.panbao.support.ApiClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Requests made of the sample data, and their answers. */
final class QuoteRequests {

    static final String QUOTES = "/api/v1/quotes";

    private static final Path SAMPLES = Path.of(System.getProperty("panbao.top"), "sample-data");
    private static final JsonMapper JSON = JsonMapper.shared();

    private QuoteRequests() {}

    /** A sample plan quoted on sample-a. */
    static Map<String, Object> request(String file) throws IOException {
        return new HashMap<>(Map.of("plan", plan(file), "productId", "sample-a", "ratingDate", "2026-11-21"));
    }

    static JsonNode plan(String file) throws IOException {
        return JSON.readTree(Files.readString(SAMPLES.resolve("plans").resolve(file)));
    }

    /** The premium request of the golden vector of sample-a. */
    static ObjectNode golden() throws IOException {
        return (ObjectNode) JSON.readTree(Files.readString(SAMPLES.resolve("requests/premium-sample-a.json")));
    }

    static JsonNode created(ApiClient caller, Map<String, Object> request) {
        Answer answer = caller.post(QUOTES, request);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    static JsonNode premium(ApiClient caller, String product, JsonNode request) {
        Answer answer = caller.post("/api/v1/products/" + product + "/premium", request);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().get("premium");
    }
}
