package org.panbao.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.panbao.support.Answer;
import org.panbao.support.ApiClient;
import org.panbao.support.PageReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Plans and quotes for pages to show, made through the interface, and lists read to their end. */
final class PageSamples {

    private static final Path PLANS = Path.of(System.getProperty("panbao.top"), "sample-data/plans");
    private static final Pattern NEXT = Pattern.compile("<a[^>]*href=\"([^\"]+)\"[^>]*rel=\"next\"");

    private PageSamples() {}

    static ObjectNode document(String file) throws IOException {
        return (ObjectNode) JsonMapper.shared().readTree(Files.readString(PLANS.resolve(file)));
    }

    /** Stores a sample plan under a name of the test's own; gives its id. */
    static String plan(ApiClient owner, String file, String name) throws IOException {
        return plan(owner, document(file).put("planName", name));
    }

    /** Stores a plan; gives its id. */
    static String plan(ApiClient owner, ObjectNode document) {
        return made(owner, "/api/v1/plans", document).get("planId").asString();
    }

    /** Quotes a stored plan on sample-a; {@code more} goes into the request. */
    static JsonNode quote(ApiClient caller, String planId, Map<String, ?> more) {
        Map<String, Object> request = new HashMap<>(more);
        request.put("planId", planId);
        request.put("productId", "sample-a");
        return made(caller, "/api/v1/quotes", request);
    }

    private static JsonNode made(ApiClient caller, String path, Object body) {
        Answer answer = caller.post(path, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    /** All pages of a list, one after another. */
    static String everyPage(PageReader reader, String path) {
        StringBuilder all = new StringBuilder();
        String next = path;
        while (next != null) {
            Answer answer = reader.get(next);
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            all.append(answer.body());
            Matcher link = NEXT.matcher(answer.body());
            next = link.find() ? link.group(1).replace("&amp;", "&") : null;
        }
        return all.toString();
    }
}
