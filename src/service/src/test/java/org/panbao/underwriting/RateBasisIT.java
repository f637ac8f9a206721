package org.panbao.underwriting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.panbao.support.Answer;
import org.panbao.support.ApiClient;
import org.panbao.support.PanbaoServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What stands in a rate basis beside the calculation: overrides and who lets them stand, checks, facts, the seal. */
class RateBasisIT {

    private static final Path TOP = Path.of(System.getProperty("panbao.top"));
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String QUOTES = "/api/v1/quotes";

    private final PanbaoServer server = PanbaoServer.shared();
    private final ApiClient insurer = server.as("demo-insurer-1", "insurer");
    private final ApiClient senior = server.as("demo-insurer-1", "underwriter-senior");

    @TempDir
    Path folder;

    @Test
    void anOverrideBeyondAuthorityIsReferredLoggedAndNamesWhoApprovedIt() throws Exception {
        JsonNode quote = quote(Map.of("choices", channel("0.7", "lowest end of the row")));
        String path = QUOTES + "/" + quote.get("quoteId").asString();

        assertThat(quote.get("decision").asString()).isEqualTo("REFER");
        // the lower end of [0.7, 1.0]; without choice and stated channel the insurer's standing one, 1.0
        JsonNode override = record(path).get("overrides").get(0);
        assertThat(override.get("coefficient").asString()).isEqualTo("CHANNEL");
        assertThat(override.get("oldValue").asString()).isEqualTo("1.0");
        assertThat(override.get("newValue").asString()).isEqualTo("0.7");
        assertThat(override.get("reason").asString()).isEqualTo("lowest end of the row");
        assertThat(override.get("authorityNeeded").asString()).isEqualTo("SENIOR_UNDERWRITER");
        assertThat(override.get("authorityHeld").asString()).isEqualTo("UNDERWRITER");
        assertThat(override.get("withinAuthority").asBoolean()).isFalse();
        assertThat(override.get("expiresOn")).isEqualTo(quote.get("expiresOn"));
        JsonNode referred = audited("quote.override-referred", quote);
        assertThat(referred.toString()).contains("/choices/CHANNEL").contains("SENIOR_UNDERWRITER");

        assertThat(insurer.post(path + "/referral", Map.of("action", "APPROVE", "reason", "my own"))
                        .status())
                .isEqualTo(403);
        assertThat(senior.post(path + "/referral", Map.of("action", "APPROVE", "reason", "a long relationship"))
                        .status())
                .isEqualTo(200);

        JsonNode decided =
                insurer.get(path + "/rate-basis").json().get("decisions").get(0).get("record");
        assertThat(decided.get("action").asString()).isEqualTo("APPROVE");
        assertThat(decided.get("by").asString()).contains("demo-insurer-1");
        assertThat(decided.get("role").asString()).isEqualTo("underwriter-senior");
        assertThat(decided.get("authorityHeld").asString()).isEqualTo("SENIOR_UNDERWRITER");
        assertThat(decided.get("rateBasisSha256"))
                .isEqualTo(insurer.get(path + "/rate-basis").json().get("sha256"));
        assertThat(audited("quote.referral", quote).toString())
                .contains("APPROVE")
                .contains("SENIOR_UNDERWRITER");
        assertThat(verify(insurer.get(path + "/rate-basis").body())).isEqualTo("OK\nsignature: checked");
        assertThat(insurer.post(path + "/replay", "").json().get("identical").asBoolean())
                .isTrue();
    }

    @Test
    void anOverrideWithinAuthorityStandsAndIsLoggedToo() throws Exception {
        JsonNode quote = quote(Map.of("choices", channel("0.95", "more service than usual")));

        // (0.95 − 0.7) / 0.3 is above the 0.3 that an underwriter may go down to
        JsonNode override = record(QUOTES + "/" + quote.get("quoteId").asString())
                .get("overrides")
                .get(0);
        assertThat(override.get("withinAuthority").asBoolean()).isTrue();
        assertThat(audited("quote.override", quote).toString()).contains("0.95");
    }

    @Test
    void aChoiceThatChangesNothingIsNoOverride() throws Exception {
        JsonNode quote = quote(Map.of("choices", channel("1.0", "as usual")));

        assertThat(record(QUOTES + "/" + quote.get("quoteId").asString())
                        .get("overrides")
                        .size())
                .isZero();
    }

    @Test
    void aLimitInTenThousandsWhereYuanAreMeantIsNoticed() throws Exception {
        JsonNode quote = quote(Map.of(
                "covers", Map.of("DR", Map.of("limit", "200")),
                "parameters", Map.of("aggregateLimit", "200", "perEventLimit", "200")));
        JsonNode record = record(QUOTES + "/" + quote.get("quoteId").asString());

        assertThat(record.get("exposure").get(0).get("amount").asString()).isEqualTo("200");
        JsonNode check = record.get("rangeChecks").get(0);
        assertThat(check.get("check").asString()).isEqualTo("PLA-LIMIT");
        assertThat(check.get("ref").asString()).isEqualTo("/covers/DR/limit");
        assertThat(check.get("verdict").asString()).isEqualTo("SLIP");
    }

    @Test
    void rulesThatFiredShowTheFactsAndOthersWhyNot() throws Exception {
        JsonNode quote = quote(Map.of());
        String path = QUOTES + "/" + quote.get("quoteId").asString();

        JsonNode fired = record(path).get("rules").get("fired");
        assertThat(fired.size()).isPositive();
        for (JsonNode rule : fired) {
            assertThat(rule.get("facts").size()).as(rule.toString()).isPositive();
            assertThat(rule.get("facts").get(0).size()).as(rule.toString()).isGreaterThan(1);
        }
        JsonNode why = insurer.get(path + "/why-not/GAT-CMP-001").json();
        assertThat(why.get("fired").asBoolean()).isFalse();
        assertThat(why.get("values").get(0).size()).isPositive();
    }

    @Test
    void theSignatureIsCheckedWithThePublishedKeyAndAWrongOneFails() throws Exception {
        JsonNode quote = quote(Map.of());
        Answer basis = insurer.get(QUOTES + "/" + quote.get("quoteId").asString() + "/rate-basis");
        ObjectNode changed = (ObjectNode) basis.json();
        String value = changed.get("signature").get("value").asString();
        char first = value.charAt(0) == 'A' ? 'B' : 'A';
        String wrong = basis.body().replace(value, first + value.substring(1));

        assertThat(verify(basis.body())).isEqualTo("OK\nsignature: checked");
        assertThat(verify(wrong)).contains("the signature is not by the key given");
        JsonNode keys = insurer.get("/api/v1/rate-basis-keys").json().get("keys");
        assertThat(keys.get(0).get("current").asBoolean()).isTrue();
        assertThat(keys.get(0).get("keyId")).isEqualTo(changed.get("signature").get("keyId"));
    }

    private static Map<String, Object> channel(String value, String reason) {
        return Map.of("CHANNEL", Map.of("value", value, "reason", reason));
    }

    private JsonNode quote(Map<String, Object> more) throws IOException {
        Map<String, Object> request = new HashMap<>(more);
        request.put("plan", JSON.readTree(Files.readString(TOP.resolve("sample-data/plans/biotech.json"))));
        request.put("productId", "sample-a");
        request.put("ratingDate", "2026-11-21");
        Answer answer = insurer.post(QUOTES, request);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    private JsonNode record(String path) {
        return insurer.get(path + "/rate-basis").json().get("record");
    }

    /** The entry of the audit log on this quote. */
    private JsonNode audited(String action, JsonNode quote) {
        List<JsonNode> found = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonNode page = senior.get("/api/v1/audit?limit=200" + cursor).json();
            page.get("items")
                    .valueStream()
                    .filter(entry -> entry.get("action").asString().equals(action))
                    .filter(entry ->
                            entry.toString().contains(quote.get("quoteId").asString()))
                    .forEach(found::add);
            cursor = page.get("nextCursor").isNull()
                    ? null
                    : "&cursor=" + page.get("nextCursor").asString();
        }
        assertThat(found).as(action).hasSize(1);
        return found.get(0);
    }

    /** What the script prints about a record, given the published keys. */
    private String verify(String basis) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("rate-basis.json"), basis);
        Path key = Files.writeString(
                folder.resolve("keys.json"),
                insurer.get("/api/v1/rate-basis-keys").body());
        Process script = new ProcessBuilder(
                        "python3",
                        TOP.resolve("docs/verify/rate_basis.py").toString(),
                        "--key",
                        key.toString(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String text = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(script.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(script.exitValue()).as(text).isEqualTo(text.startsWith("OK") ? 0 : 1);
        return text.strip();
    }
}
