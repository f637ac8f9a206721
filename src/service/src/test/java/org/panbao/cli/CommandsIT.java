package org.panbao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.panbao.cli.CommandRun.Ended;
import org.panbao.support.Answer;
import org.panbao.support.PanbaoServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Commands on sound and broken inputs: what they say, where, and how they end. */
class CommandsIT {

    private static final Path TOP = Path.of(System.getProperty("panbao.top"));
    private static final String PLAN =
            TOP.resolve("sample-data/plans/machine-tool-maker.json").toString();
    private static final JsonMapper JSON = JsonMapper.shared();

    @TempDir
    private static Path cache;

    @TempDir
    private Path folder;

    private final CommandRun commands = new CommandRun();

    @Test
    void aFileThatIsMissingIsNamed() {
        refused(3, "There is no file \"none.json\".", "plan", "check", "none.json");
        refused(3, "There is no file \"none.json\".", quoteFile("none.json"));
        refused(3, "There is no file \"none.json\".", "explain", "none.json");
    }

    @Test
    void aFileThatIsNoJsonIsRefusedWithLineAndColumn() {
        String file = file("{\n  \"name\": nonsense\n}");

        refused(1, "line 2, column", "plan", "check", file);
        refused(1, "line 2, column", quoteFile(file));
        refused(1, "line 2, column", "explain", file);
    }

    @Test
    void anUnknownProductIsAnsweredWithTheProductsThereAre() {
        refused(1, "There is no product \"sample-x\". There are: sample-a", quote("sample-x"));
    }

    @Test
    void aPlanWithoutAProductAsksForOne() {
        refused(2, "--product", "quote", PLAN, "--cache", cache.toString());
    }

    @Test
    void anotherInsurersProductIsRefusedAsOverHttp() {
        refused(1, "product-not-sold-by-insurer", quote("sample-a", "--insurer", "nobody"));
    }

    @Test
    void aDateThatIsNoneIsRefusedWithItsPlace() {
        refused(1, "/ratingDate", quote("sample-a", "--rating-date", "tomorrow"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--prodct=x", "--json --json", "--cache"})
    void anOptionThatDoesNotFitIsWrongUsage(String options) {
        refused(
                2,
                "--help",
                Stream.concat(Stream.of("quote", PLAN), Stream.of(options.split(" ")))
                        .toArray(String[]::new));
    }

    @Test
    void aFolderWithoutRulesIsNamed() {
        refused(3, "rules/release.yaml", "rulebook", "check", folder.toString());
        refused(3, "rules/release.yaml", quote("sample-a", "--rules", folder.toString()));
    }

    @Test
    void everyFaultOfAPlanIsToldAsOverHttp() throws IOException {
        String broken = Files.readString(Path.of(PLAN))
                .replaceFirst("\"creditCode\": \"[^\"]*\"", "\"creditCode\": \"91110000000000000X\"")
                .replaceFirst("\"formatVersion\": \"1\"", "\"formatVersion\": \"9\"");
        String file = file(broken);

        Ended ended = commands.run("plan", "check", file, "--json");

        Answer answer = PanbaoServer.shared().asRole("insurer").post("/api/v1/plans", broken);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(ended.code()).isEqualTo(1);
        JsonNode findings = JSON.readTree(ended.out()).get("findings");
        assertThat(findings).isEqualTo(answer.json().get("findings"));
        assertThat(findings.valueStream()
                        .filter(finding -> finding.get("severity").asString().equals("ERROR")))
                .hasSizeGreaterThanOrEqualTo(2);
        refused(1, "/formatVersion", quoteFile(file));
    }

    @Test
    void aSoundPlanHasNoFault() {
        assertThat(commands.run("plan", "check", PLAN).code()).isZero();
    }

    @Test
    void everyFaultOfARulesFolderIsToldWithFileAndLine() throws IOException {
        copyRules();
        Path gates = folder.resolve("rules/gates/gates.csv");
        long lines = Files.lines(gates).count();
        Files.writeString(gates, Files.readString(gates).stripTrailing() + "\ntoo,few\nstill,too,few\n");
        Path release = folder.resolve("rules/release.yaml");
        Files.writeString(release, Files.readString(release).replaceFirst("(?m)^filer:.*$", ""));

        Ended ended = commands.run(
                "rulebook", "check", folder.resolve("rules").toString(), "--lang", "en", "--cache", cache.toString());

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.out())
                .contains(
                        "rules/gates/gates.csv:" + (lines + 1) + ": 2 cells",
                        "rules/gates/gates.csv:" + (lines + 2) + ": 3 cells",
                        "rules/release.yaml: field 'filer' is missing",
                        "3 faults");
        refused(1, "rules/", quote("sample-a", "--rules", folder.toString()));
    }

    @Test
    void theShippedRulesAreSoundAndNamedByTheDigestThatQuotesName() {
        Ended ended = commands.run("rulebook", "check", TOP.toString(), "--json", "--cache", cache.toString());

        assertThat(ended.code()).as(ended.out()).isZero();
        JsonNode check = JSON.readTree(ended.out());
        assertThat(check.get("faults").isEmpty()).isTrue();
        assertThat(check.at("/release/digest").asString())
                .isEqualTo(
                        JSON.readTree(commands.run(quote("sample-a", "--json")).out())
                                .get("release")
                                .asString());
    }

    @Test
    void aRateBasisInAFileIsExplainedStepByStep() {
        String basis = folder.resolve("basis.json").toString();
        commands.run(quote("sample-a", "--rate-basis", basis));

        Ended chinese = commands.run("explain", basis);
        Ended english = commands.run("explain", basis, "--lang", "en");

        assertThat(chinese.out()).contains("决定：承保", "  1. ", "报备行 A-");
        assertThat(english.out()).contains("Decision: Accept", "filed row A-", "Premium payable: ");
        assertThat(english.code()).isZero();
    }

    @Test
    void anAnswerInAFileIsExplainedWithItsContributions() throws IOException {
        String answer = file(commands.run(quote("sample-a", "--json")).out());

        Ended ended = commands.run("explain", answer, "--lang", "en");

        assertThat(ended.code()).isZero();
        assertThat(ended.out()).contains("Risk score: ", "    - ", "Premium (CNY):");
        assertThat(ended.err()).contains("has no rate basis");
    }

    @Test
    void aServiceThatDoesNotAnswerAndOneInTheClearAreRefused() {
        String id = "00000000-0000-0000-0000-000000000001";
        String credentials = file("{\"clients\":[{\"role\":\"insurer\",\"clientId\":\"c\",\"clientSecret\":\"s\"}]}");
        refused(3, "does not answer", "explain", id, "--url", "http://127.0.0.1:1", "--credentials", credentials);
        refused(3, "does not answer", "explain", id, "--url", "http://[::1]:1", "--credentials", credentials);
        refused(2, "it must be https", "explain", id, "--url", "http://192.0.2.1", "--credentials", credentials);
        // a name that may stand for this machine now and for another one when it is connected to
        refused(
                2,
                "it must be https",
                "explain",
                id,
                "--url",
                "http://localhost.example",
                "--credentials",
                credentials);
    }

    @Test
    void aTokenIsNotTakenFromTheCommandLine() {
        refused(2, "--token", "explain", "00000000-0000-0000-0000-000000000001", "--token", "t");
    }

    private String[] quote(String product, String... more) {
        return Stream.concat(
                        Stream.of("quote", PLAN, "--product", product, "--cache", cache.toString()), Stream.of(more))
                .toArray(String[]::new);
    }

    private String[] quoteFile(String file) {
        return new String[] {"quote", file, "--product", "sample-a", "--cache", cache.toString()};
    }

    /** Ends with this code, says this in English on standard error, answers nothing, and shows no inner workings. */
    private void refused(int code, String said, String... words) {
        Ended ended = commands.run(
                Stream.concat(Stream.of(words), Stream.of("--lang", "en")).toArray(String[]::new));

        assertThat(ended.code()).as(ended.err()).isEqualTo(code);
        assertThat(ended.err()).contains(said).doesNotContain("Exception", "\tat ");
        assertThat(ended.out()).isEmpty();
    }

    private String file(String text) {
        try {
            return Files.writeString(Files.createTempFile(folder, "given", ".json"), text)
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void copyRules() throws IOException {
        try (Stream<Path> files = Files.walk(TOP.resolve("rules"))) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, folder.resolve(TOP.relativize(file).toString()));
            }
        }
    }
}
