package org.panbao.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.panbao.support.PanbaoServer;
import tools.jackson.databind.JsonNode;

/** The description at {@code /v3/api-docs} is enough to write a client from. */
class DescriptionIT {

    private static final String CALLS = " /api/v1/";

    private final DescribedApi described = new DescribedApi(PanbaoServer.shared());
    private final JsonNode description = described.document();

    @Test
    void everyCallHasASummaryATagAndItsSecurity() {
        assertThat(faults((name, call) -> Stream.of("summary", "tags", "security")
                        .filter(member -> call.path(member).isMissingNode())
                        .toList()))
                .isEmpty();
        assertThat(faults((name, call) -> call.get("security").isEmpty() == name.contains(CALLS)
                        ? List.of(call.get("security").toString())
                        : List.of()))
                .isEmpty();
    }

    /** By the shape of the call; other statuses may be there too. 429 is answered by the sign-in alone. */
    @Test
    void everyCallNamesTheRefusalsThatItCanMeet() {
        assertThat(faults((name, call) -> {
                    Set<String> missing = new TreeSet<>(refusals(name, call));
                    missing.removeIf(call.get("responses")::has);
                    return missing;
                }))
                .isEmpty();
    }

    private static Set<String> refusals(String name, JsonNode call) {
        Set<String> refusals = new TreeSet<>(Set.of("406", "500"));
        if (name.contains(CALLS)) {
            refusals.addAll(Set.of("401", "403", "405", "503"));
        }
        if (name.contains("{")) {
            refusals.add("404");
        }
        if (call.has("requestBody")) {
            refusals.addAll(Set.of("400", "413", "415", "422"));
        }
        if (!name.startsWith("GET")) {
            refusals.add("409");
        }
        for (JsonNode parameter : call.path("parameters")) {
            if (parameter.get("name").asString().equals("If-Match")) {
                refusals.add("412");
            }
        }
        if (name.startsWith("PUT")) {
            refusals.add("428");
        }
        return refusals;
    }

    @Test
    void everyLanguageThatCanBeAskedForIsNamed() {
        List<String> languages = new ArrayList<>();
        faults((name, call) -> {
            call.path("parameters")
                    .valueStream()
                    .filter(parameter -> parameter.get("name").asString().equals("lang"))
                    .forEach(parameter ->
                            languages.add(name + " " + parameter.at("/schema/enum") + parameter.at("/schema/default")));
            return List.of();
        });

        assertThat(languages).hasSizeGreaterThanOrEqualTo(4).allMatch(each -> each.endsWith("[\"zh\",\"en\"]\"zh\""));
    }

    @Test
    void onlyACallThatNeedsIfMatchAnswers428() {
        assertThat(faults((name, call) ->
                        call.get("responses").has("428") && !name.startsWith("PUT") ? List.of("428") : List.of()))
                .isEmpty();
        assertThat(described.answer("POST /api/v1/quotes", "404").isMissingNode())
                .isFalse();
    }

    @Test
    void everyBodyHasASchemaAndAnExampleThatKeepsToIt() {
        assertThat(faults((name, call) -> {
                    List<String> faults = new ArrayList<>();
                    contents(name, call).forEach((place, content) -> {
                        if (content.path("schema").isEmpty()) {
                            faults.add(place + " without a schema");
                        }
                        if (content.path("examples").isEmpty()) {
                            faults.add(place + " without an example");
                        }
                        content.path("examples")
                                .propertyStream()
                                .flatMap(example -> described
                                        .faults(content, example.getValue().get("value"))
                                        .stream()
                                        .map(fault -> place + " " + example.getKey() + " " + fault))
                                .forEach(faults::add);
                    });
                    return faults;
                }))
                .isEmpty();
    }

    /** Request and answers with a body, by place and content type. */
    private Map<String, JsonNode> contents(String name, JsonNode call) {
        Map<String, JsonNode> contents = new TreeMap<>();
        call.path("requestBody")
                .path("content")
                .propertyStream()
                .forEach(content -> contents.put("request " + content.getKey(), content.getValue()));
        for (String status : call.get("responses").propertyNames()) {
            JsonNode content = described.answer(name, status).path("content");
            content.propertyStream().forEach(type -> contents.put(status + " " + type.getKey(), type.getValue()));
            if (content.isEmpty() && !status.equals("204")) {
                contents.put(status, content);
            }
        }
        return contents;
    }

    @Test
    void everyContentTypeIsNamed() {
        assertThat(faults((name, call) -> contents(name, call).keySet().stream()
                        .filter(place -> !place.equals(
                                place.matches("[45].*")
                                        ? place.substring(0, 4) + DescribedApi.PROBLEM
                                        : place.replaceAll(" .*", " ") + contentType(name, place)))
                        .toList()))
                .isEmpty();
    }

    private static String contentType(String name, String place) {
        if (place.startsWith("request") && name.endsWith("/import")) {
            return "multipart/form-data";
        }
        if (name.endsWith(".csv")) {
            return "text/csv";
        }
        if (name.endsWith("/export") || name.endsWith("/template")) {
            return DescribedApi.ZIP;
        }
        if (name.endsWith(".docx")) {
            return DescribedApi.DOCX;
        }
        return name.endsWith(".schema.json") ? "application/schema+json" : DescribedApi.JSON;
    }

    @Test
    void problemsAreShownAsTheyAreAnswered() {
        String problems = description.at("/components/responses").toString();

        assertThat(problems).contains("sample-d").doesNotContainPattern("[\"\\\\w ]\\{\\w+}");
        assertThat(described
                        .answer("POST /api/v1/quotes", "422")
                        .at("/content/application~1problem+json/examples/term-not-filed/value")
                        .toString())
                .contains("14 months", "\"months\":\"14\"");
    }

    @Test
    void whatMayBeNullSaysSoAndTheRestIsRequired() {
        JsonNode schemas = description.at("/components/schemas");

        assertThat(schemas.at("/PremiumRequest/required").toString()).isEqualTo("[\"covers\"]");
        assertThat(schemas.at("/QuoteRequest/required").toString()).isEqualTo("[\"productId\"]");
        assertThat(schemas.at("/ReferralAction/required").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrder("action", "reason");
        assertThat(schemas.at("/PremiumRequest/properties/term/type")
                        .valueStream()
                        .map(JsonNode::asString))
                .containsExactlyInAnyOrder("string", "null");
        assertThat(schemas.at("/QuoteAnswer/properties/premium/anyOf").toString())
                .contains("#/components/schemas/Premium", "\"null\"");
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        List<String> lost = description.findValuesAsString("$ref").stream()
                .filter(reference -> reference.startsWith("#"))
                .filter(reference -> description.at(reference.substring(1)).isMissingNode())
                .toList();
        assertThat(lost).isEmpty();
    }

    @Test
    void callsThatMakeSomethingAnswer201Alone() {
        for (String path : List.of("quotes", "organisations", "clients", "plans/{planId}/grants")) {
            JsonNode answers = described.calls().get("POST /api/v1/" + path).get("responses");
            assertThat(answers.has("201")).as(path).isTrue();
            assertThat(answers.has("200")).as(path).isFalse();
            assertThat(answers.at("/201/headers").has("Idempotency-Replayed"))
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

    private Map<String, String> faults(BiFunction<String, JsonNode, ? extends Iterable<String>> check) {
        Map<String, String> faults = new TreeMap<>();
        described.calls().forEach((name, call) -> {
            String fault = String.join("; ", check.apply(name, call));
            if (!fault.isEmpty()) {
                faults.put(name, fault);
            }
        });
        assertThat(described.calls()).hasSizeGreaterThan(25);
        return faults;
    }
}
