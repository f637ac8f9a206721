package org.panbao.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.panbao.intake.PlanEdits;
import org.panbao.support.Answer;
import org.panbao.support.ApiClient;
import org.panbao.support.PanbaoServer;

/** Broken requests of {@code api/broken-requests.txt}: each is answered by a problem, never by a failure of ours. */
class BrokenRequestsIT {

    private static final Pattern MARK = Pattern.compile("\\{(cursor|long|many|id|plan|other)(?: ([^}]*))?}");
    private static final PanbaoServer SERVER = PanbaoServer.shared();

    private static String plan = "";

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(
            resources = "/api/broken-requests.txt",
            numLinesToSkip = 1,
            delimiter = '|',
            quoteCharacter = '`',
            maxCharsPerColumn = 10_000)
    void isAnsweredByAProblem(String name, String role, String call, String body, int status, String code) {
        String[] target = filled(call).split(" ", 2);
        ApiClient caller = SERVER.asRole(role);
        Answer answer = body == null
                ? caller.send(target[0], target[1], BodyPublishers.noBody())
                : caller.send(
                        target[0],
                        target[1],
                        BodyPublishers.ofString(filled(body)),
                        "Content-Type",
                        "application/json");

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.json().path("code").asString()).isEqualTo(code.split(" ")[0]);
        assertThat(answer.body()).contains(code.split(" "));
    }

    @Test
    void aGrantIsGivenOnceAndHasNoAddressOfItsOwn() {
        Answer grant = SERVER.as("demo-insurer-1", "insurer")
                .post(
                        "/api/v1/plans/" + plan() + "/grants",
                        Map.of(
                                "granteeOrganisationId", SERVER.organisationId("demo-vendor-1"),
                                "purpose", "ASSESS",
                                "validTo", "2027-06-30"));

        assertThat(grant.status()).as(grant.body()).isEqualTo(201);
        assertThat(grant.header("Location")).isEmpty();

        Answer seen = SERVER.as("demo-vendor-1", "vendor").get("/api/v1/plans/" + plan());

        assertThat(seen.status()).as(seen.body()).isEqualTo(200);
        assertThat(seen.json().at("/plan/informatization/systems").isEmpty()).isFalse();
        assertThat(seen.json().at("/plan/need").isMissingNode()).isTrue();
        assertThat(seen.json().at("/plan/security/insuranceHistory").isMissingNode())
                .isTrue();
        assertThat(seen.body()).doesNotContain("annualRevenueCny").doesNotContain("\"/need");
    }

    @Test
    void aGrantForAPurposeThatDoesNotFitTheOrganisationIsRefused() {
        for (String purpose : new String[] {"ASSESS", "REVIEW"}) {
            Answer refused = SERVER.as("demo-insurer-1", "insurer")
                    .post(
                            "/api/v1/plans/" + plan() + "/grants",
                            Map.of(
                                    "granteeOrganisationId",
                                    SERVER.organisationId("demo-insurer-2"),
                                    "purpose",
                                    purpose,
                                    "validTo",
                                    "2027-06-30"));
            assertThat(refused.status()).as(refused.body()).isEqualTo(422);
            assertThat(refused.json().at("/findings/0/pointer").asString()).isEqualTo("/purpose");
        }

        ApiClient other = SERVER.as("demo-insurer-2", "insurer");
        assertThat(other.get("/api/v1/plans/" + plan()).status()).isEqualTo(404);
        assertThat(other.post("/api/v1/quotes", Map.of("planId", plan(), "productId", "sample-a"))
                        .status())
                .isEqualTo(404);
    }

    private static String filled(String text) {
        return MARK.matcher(text).replaceAll(mark -> Matcher.quoteReplacement(value(mark.group(1), mark.group(2))));
    }

    private static String value(String mark, String argument) {
        return switch (mark) {
            case "cursor" ->
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(argument.replace("~", "\u001f")
                                .replace("NUL", "\0")
                                .getBytes(StandardCharsets.UTF_8));
            case "long" -> "x".repeat(Integer.parseInt(argument));
            case "many" ->
                IntStream.range(0, Integer.parseInt(argument))
                        .mapToObj(i -> "\"p" + i + "\":\"1\"")
                        .collect(Collectors.joining(","));
            case "plan" -> plan();
            case "other" -> SERVER.organisationId("demo-insurer-2");
            default -> UUID.randomUUID().toString();
        };
    }

    private static synchronized String plan() {
        if (plan.isEmpty()) {
            Answer filed = SERVER.as("demo-insurer-1", "insurer").post("/api/v1/plans", PlanEdits.apply("full", ""));
            assertThat(filed.status()).as(filed.body()).isEqualTo(201);
            plan = filed.json().get("planId").asString();
        }
        return plan;
    }
}
