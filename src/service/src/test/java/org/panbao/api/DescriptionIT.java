package org.panbao.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.panbao.support.PanbaoServer;
import tools.jackson.databind.JsonNode;

/** The description at {@code /v3/api-docs} is enough to write a client from. */
class DescriptionIT {

    private static final Pattern GOOD = Pattern.compile("2\\d\\d");
    private static final List<String> MADE =
            List.of("/api/v1/quotes", "/api/v1/organisations", "/api/v1/clients", "/api/v1/plans/{planId}/grants");

    private final JsonNode description =
            PanbaoServer.shared().anonymous().get("/v3/api-docs").json();

    @Test
    void everyCallHasASummary() {
        assertThat(faults(call -> call.path("summary").asString("").isBlank() ? "no summary" : ""))
                .isEmpty();
    }

    @Test
    void everyCallSaysWhatASuccessIs() {
        assertThat(faults(call -> call.get("responses")
                                .propertyStream()
                                .filter(answer -> GOOD.matcher(answer.getKey()).matches())
                                .anyMatch(answer -> answer.getKey().equals("204") || hasSchema(answer.getValue()))
                        ? ""
                        : "no success with a schema"))
                .isEmpty();
    }

    @Test
    void everyCallNamesTheRefusalsThatAnyCallCanMeet() {
        assertThat(faults(call -> List.of("401", "403", "405", "500").stream()
                        .filter(status -> !call.get("responses").has(status))
                        .reduce("", String::concat)))
                .isEmpty();
    }

    @Test
    void everyBodyIsDescribed() {
        Map<String, String> faults = new TreeMap<>();
        calls().forEach((name, call) -> {
            boolean writes = name.startsWith("post ") || name.startsWith("put ");
            JsonNode body = call.path("requestBody");
            if (writes && !body.isMissingNode() && !hasSchema(body)) {
                faults.put(name, "a body without a schema");
            }
        });
        assertThat(faults).isEmpty();
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        List<String> lost = new ArrayList<>();
        description.findValuesAsString("$ref").stream()
                .filter(reference -> reference.startsWith("#"))
                .filter(reference -> description.at(reference.substring(1)).isMissingNode())
                .forEach(lost::add);
        assertThat(lost).isEmpty();
    }

    @Test
    void callsThatMakeSomethingAnswer201WithAnExample() {
        for (String path : MADE) {
            JsonNode answers = description.get("paths").get(path).get("post").get("responses");
            assertThat(answers.has("200")).as(path).isFalse();
            assertThat(content(answers.get("201")).findValue("example") != null
                            || content(answers.get("201")).findValue("examples") != null)
                    .as(path)
                    .isTrue();
        }
    }

    @Test
    void aQuoteIsDescribedWithItsStateAndHistoryAndAListByItsLines() {
        JsonNode quote = description.at("/components/schemas/Quote");
        assertThat(quote.findValues("history")).as(quote.toString()).isNotEmpty();
        assertThat(quote.findValues("state")).isNotEmpty();
        assertThat(quote.findValuesAsString("$ref")).contains("#/components/schemas/QuoteAnswer");
        assertThat(description
                        .at("/components/schemas/QuoteLine/properties/totalPremium")
                        .isMissingNode())
                .isFalse();
    }

    @Test
    void onlyACallThatNeedsIfMatchAnswers428() {
        JsonNode paths = description.get("paths");
        JsonNode referral = paths.get("/api/v1/quotes/{quoteId}/referral").get("post");
        assertThat(referral.get("responses").has("412")).isTrue();
        assertThat(referral.get("responses").has("428")).isFalse();
        assertThat(paths.get("/api/v1/plans/{planId}")
                        .get("put")
                        .get("responses")
                        .has("428"))
                .isTrue();
        assertThat(paths.get("/api/v1/quotes").get("post").get("responses").has("404"))
                .isTrue();
    }

    private Map<String, String> faults(Function<JsonNode, String> check) {
        Map<String, String> faults = new TreeMap<>();
        calls().forEach((name, call) -> {
            String fault = check.apply(call);
            if (!fault.isEmpty()) {
                faults.put(name, fault);
            }
        });
        return faults;
    }

    private Map<String, JsonNode> calls() {
        Map<String, JsonNode> calls = new TreeMap<>();
        description
                .get("paths")
                .propertyStream()
                .filter(path -> path.getKey().startsWith("/api/v1/"))
                .forEach(path -> path.getValue()
                        .propertyStream()
                        .forEach(call -> calls.put(call.getKey() + " " + path.getKey(), call.getValue())));
        assertThat(calls).hasSizeGreaterThan(10);
        return calls;
    }

    private static boolean hasSchema(JsonNode answer) {
        return content(answer)
                .valueStream()
                .anyMatch(type -> type.path("schema").size() > 0);
    }

    private static JsonNode content(JsonNode answer) {
        return answer.path("content");
    }
}
