package org.panbao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.panbao.base.Sha256;
import org.panbao.storage.CanonicalJson;
import org.panbao.support.Answer;
import org.panbao.support.ApiClient;
import org.panbao.support.PanbaoJar;
import org.panbao.support.PanbaoJar.Ended;
import org.panbao.support.PanbaoServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Commands of the packaged jar, beside the service where both answer the same question. */
class PackagedCommandsIT {

    private static final Path TOP = Path.of(System.getProperty("panbao.top"));
    private static final Path PLANS = TOP.resolve("sample-data/plans");
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Members of the answer of the service that name what it keeps. */
    private static final List<String> OF_KEPT =
            List.of("quoteId", "planId", "planRevision", "rateBasisId", "state", "createdAt", "createdBy", "history");

    /** Who vouches for a value and when: another person at another time on the command line. */
    private static final List<String> OF_ASSERTION = List.of("assertedBy", "at", "planAssertion");

    @TempDir
    private static Path folder;

    private final PanbaoJar jar = new PanbaoJar(folder);

    @ParameterizedTest
    @CsvSource({
        "machine-tool-maker.json, sample-a, ACCEPT",
        "online-shop.json, sample-a, ACCEPT_WITH_CONDITIONS",
        "dental-clinic.json, sample-d, ACCEPT"
    })
    void aQuoteIsTheSameOverHttpAndOnTheCommandLine(String file, String product, String decision) throws IOException {
        Path basis = folder.resolve(file + ".basis.json");
        Ended ended = jar.run(
                "quote",
                PLANS.resolve(file).toString(),
                "--product",
                product,
                "--rating-date",
                "2026-11-21",
                "--rate-basis",
                basis.toString(),
                "--json");
        assertThat(ended.code()).as(ended.err()).isZero();
        ObjectNode here = (ObjectNode) JSON.readTree(ended.out());
        assertThat(here.get("decision").asString()).isEqualTo(decision);

        ApiClient insurer = PanbaoServer.shared().asRole("insurer");
        Answer answer = insurer.post("/api/v1/quotes", request(file, product));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        ObjectNode there = (ObjectNode) answer.json();
        String path = "/api/v1/quotes/" + there.get("quoteId").asString() + "/rate-basis";
        there.remove(OF_KEPT);

        assertThat(here).isEqualTo(there);
        assertThat(digest(JSON.readTree(Files.readString(basis))))
                .isEqualTo(digest(insurer.get(path).json()));
    }

    @Test
    void theUnsignedRateBasisCanBeRecomputedByAnyone() throws Exception {
        Path basis = folder.resolve("unsigned.json");
        jar.run("quote", plan(), "--product", "sample-a", "--rate-basis", basis.toString());

        Process script = new ProcessBuilder(
                        "python3", TOP.resolve("docs/verify/rate_basis.py").toString(), basis.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();

        assertThat(script.waitFor()).isZero();
    }

    @Test
    void theSecondCallCompilesNothingAndIsSilent() {
        Ended first = jar.run("quote", plan(), "--product", "sample-a", "--lang", "en", "--cache", "cache-of-two");
        Ended second = jar.run("quote", plan(), "--product", "sample-a", "--lang", "en", "--cache", "cache-of-two");

        assertThat(first.err()).contains("Compiling the rules", "cache-of-two");
        assertThat(second.err()).isEmpty();
        assertThat(second.out()).isEqualTo(first.out()).startsWith("Decision: Accept\n");
    }

    @Test
    void theRequestOfTheInterfaceIsReadFromStandardInput() throws IOException {
        Path request = folder.resolve("request.json");
        Files.writeString(request, JSON.writeValueAsString(request("machine-tool-maker.json", "sample-a")));

        Ended ended = jar.run(request, "quote", "-");

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out()).startsWith("决定：承保\n").contains("费率日期 2026-11-21");
    }

    @Test
    void aQuoteOfTheServiceIsExplainedInBothLanguages() throws IOException {
        PanbaoServer server = PanbaoServer.shared();
        String id = server.asRole("insurer")
                .post("/api/v1/quotes", request("online-shop.json", "sample-a"))
                .json()
                .get("quoteId")
                .asString();
        String[] call = {
            "explain",
            id,
            "--url",
            server.base().toString(),
            "--credentials",
            server.dataDirectory().resolve("demo-credentials.json").toString(),
            "--lang",
            ""
        };

        call[call.length - 1] = "zh";
        Ended chinese = jar.run(call);
        call[call.length - 1] = "en";
        Ended english = jar.run(call);

        assertThat(chinese.code()).as(chinese.err()).isZero();
        assertThat(chinese.out()).contains("决定：有条件承保", "保费的逐步计算：", "报备行 A-");
        assertThat(english.code()).as(english.err()).isZero();
        assertThat(english.out())
                .contains("Decision: Accept with conditions", "The premium step by step:", "filed row A-");
    }

    @Test
    void aWordThatIsNoCommandEndsWithTheUsage() {
        Ended ended = jar.run("qoute");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).contains("没有“qoute”这个命令。", "quote FILE", "plan check FILE", "rulebook check DIR");
    }

    private static String plan() {
        return PLANS.resolve("machine-tool-maker.json").toString();
    }

    private static Map<String, Object> request(String file, String product) throws IOException {
        return Map.of(
                "plan",
                JSON.readTree(Files.readString(PLANS.resolve(file))),
                "productId",
                product,
                "ratingDate",
                "2026-11-21");
    }

    /** Digest of a record without who asked, when, and under which id. */
    private static String digest(JsonNode basis) {
        ObjectNode record = (ObjectNode) basis.get("record");
        record.remove("identity");
        strip(record);
        return Sha256.of(CanonicalJson.of(record));
    }

    private static void strip(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(OF_ASSERTION);
        }
        node.forEach(PackagedCommandsIT::strip);
    }
}
