package org.panbao.intake.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.panbao.intake.IntakeFixtures;
import org.panbao.intake.csv.CsvFixtures.Opened;
import org.panbao.jobs.ItemFinding;
import org.panbao.storage.CanonicalJson;
import org.panbao.support.Answer;
import org.panbao.support.ApiClient;
import org.panbao.support.PanbaoServer;
import tools.jackson.databind.JsonNode;

/** Templates and exports over HTTP, and who sees what in them. */
class PlanFilesIT {

    private static final PanbaoServer SERVER = PanbaoServer.shared();
    private static final String PLANS = "/api/v1/plans";

    private final ApiClient owner = SERVER.as("demo-enterprise-1", "enterprise");
    private final ApiClient insurer = SERVER.as("demo-insurer-1", "insurer");

    @Test
    void anExportedPlanIsReadAsItWasFiled() {
        String path = owner.post(PLANS, plan()).header("Location");

        Opened opened = CsvFixtures.open(owner.download(path + "/export"), "plan.zip");

        assertThat(opened.plans()).hasSize(1);
        assertThat(canonical(opened.plans().get(0).document())).isEqualTo(canonical(plan()));
        assertThat(opened.plans().get(0).key()).isEqualTo(path.substring(path.lastIndexOf('/') + 1));
    }

    @Test
    void anExportIsAFileToSave() {
        String path = owner.post(PLANS, plan()).header("Location");
        Answer answer = owner.get(path + "/export?lang=en");

        assertThat(answer.header("Content-Type")).isEqualTo("application/zip");
        assertThat(answer.header("Content-Disposition"))
                .isEqualTo(
                        "attachment; filename=\"panbao-plan-" + path.substring(path.lastIndexOf('/') + 1) + ".zip\"");
        assertThat(answer.header("Content-Length")).matches("[1-9][0-9]*");
    }

    @Test
    void nothingOfAnExportStaysOnTheDisk() throws IOException, InterruptedException {
        assertThat(owner.download(PLANS + "/export")).isNotEmpty();

        Instant latest = Instant.now().plusSeconds(10); // it is removed after its last byte was sent
        while (!exports().isEmpty() && Instant.now().isBefore(latest)) {
            Thread.sleep(20);
        }
        assertThat(exports()).isEmpty();
    }

    private static List<Path> exports() throws IOException {
        try (Stream<Path> files = Files.list(SERVER.dataDirectory().resolve("tmp"))) {
            return files.filter(file -> file.getFileName().toString().matches("(export|tables)-.*"))
                    .toList();
        }
    }

    @Test
    void allPlansAreThoseOfTheOwnOrganisation() {
        String own = owner.post(PLANS, plan()).header("Location");
        String granted = insurer.post(PLANS, plan()).header("Location");

        List<String> keys = CsvFixtures.open(owner.download(PLANS + "/export?lang=en"), "plans.zip").plans().stream()
                .map(ImportedPlan::key)
                .toList();

        assertThat(keys)
                .contains(own.substring(own.lastIndexOf('/') + 1))
                .doesNotContain(granted.substring(granted.lastIndexOf('/') + 1));
    }

    @Test
    void plansAreExportedInPartsEachTellingWhereTheNextBegins() {
        ApiClient client = SERVER.as("demo-insurer-2", "insurer");
        List<String> filed = List.of(client.post(PLANS, plan()), client.post(PLANS, plan())).stream()
                .map(answer -> answer.json().get("planId").asString())
                .toList();
        List<String> exported = new java.util.ArrayList<>();
        String query = "?limit=1";
        while (!query.isEmpty()) {
            CsvFixtures.open(client.download(PLANS + "/export" + query), "plans.zip")
                    .plans()
                    .forEach(plan -> exported.add(plan.key()));
            String next = client.get(PLANS + "/export" + query).header("Next-Cursor");
            query = next.isEmpty() ? "" : "?limit=1&cursor=" + next;
        }

        assertThat(exported).doesNotHaveDuplicates().endsWith(filed.get(0), filed.get(1));
        assertThat(client.get(PLANS + "/export").header("Next-Cursor")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=10001", "cursor=x", "cursor="})
    void aPartThatCannotBeIsRefused(String query) {
        assertThat(owner.get(PLANS + "/export?" + query).status()).isEqualTo(422);
    }

    @Test
    void othersSeeAPlanByAGrantOnlyAndWithoutPersonalData() {
        String path = owner.post(PLANS, plan()).header("Location");
        assertThat(insurer.get(path + "/export").status()).isEqualTo(404);
        owner.post(
                path + "/grants",
                java.util.Map.of(
                        "granteeOrganisationId",
                        SERVER.organisationId("demo-insurer-1"),
                        "purpose",
                        "QUOTE",
                        "validTo",
                        "2027-06-30"));

        JsonNode seen = CsvFixtures.open(insurer.download(path + "/export"), "plan.zip")
                .plans()
                .get(0)
                .document();

        assertThat(plan().at("/policyholder/contact").isObject()).isTrue();
        assertThat(seen).isNotNull();
        assertThat(seen.at("/policyholder/contact").isMissingNode()).isTrue();
        assertThat(seen.at("/policyholder/name")).isEqualTo(plan().at("/policyholder/name"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void theTemplateIsReadAsOneWithoutPlans(String lang) {
        byte[] template = owner.download(PLANS + "/import/template?lang=" + lang);

        assertThat(CsvFixtures.open(template, "template.zip").findings())
                .extracting(ItemFinding::code)
                .containsExactly("csv-no-rows");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/import/template?lang=fr", "/export?lang=ZH", "/export?colour=red"})
    void anotherLanguageOrParameterIsRefused(String call) {
        assertThat(owner.get(PLANS + call).status()).isEqualTo(422);
    }

    private static JsonNode plan() {
        return IntakeFixtures.document("full");
    }

    private static String canonical(JsonNode plan) {
        return CanonicalJson.of(plan);
    }
}
