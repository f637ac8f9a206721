package org.panbao.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.panbao.intake.imports.CsvPlans;
import org.panbao.jobs.JobWatch;
import org.panbao.support.Answer;
import org.panbao.support.ApiClient;
import org.panbao.support.PageReader;
import org.panbao.support.PanbaoServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Plans imported from files in a browser, and the jobs that large files become. */
class ImportPagesIT {

    private static final String IMPORT = "/app/plans/import";
    private static final int AT_ONCE = 20;

    private final PanbaoServer server = PanbaoServer.shared();
    private final ApiClient interfaceUser = server.as("demo-insurer-1", "insurer");
    private final PageReader insurer = PageReader.signedIn(server, "demo-insurer-1", "insurer");

    @TempDir
    private Path folder;

    @Test
    void aSmallFileIsAnsweredWithItsPlansAndFaultsByPlace() throws IOException {
        ObjectNode wrong = PageSamples.document("dental-clinic.json");
        ((ObjectNode) wrong.get("policyholder")).put("creditCode", "91310000000000000X");
        BodyPublisher file = file(PageSamples.document("dental-clinic.json"), wrong);

        String checked = insurer.upload(IMPORT, Map.of("dryRun", "true"), file).body();
        assertThat(checked).contains("检查通过 1 份方案，未保存", "未导入 1 份方案", "将存为新方案");

        Answer imported = insurer.upload(IMPORT, Map.of(), file);
        assertThat(imported.status()).as(imported.body()).isEqualTo(200);
        // the header is row 1, the first plan row 2
        assertThat(imported.body())
                .contains("已导入 1 份方案", "<li>p1</li>")
                .containsPattern("plans.csv</td>\\s*<td class=\"number\">3</td>"
                        + "<td class=\"code\">policyholder.creditCode</td>");
        Matcher link = Pattern.compile("href=\"(/app/plans/[0-9a-f-]{36})\"").matcher(imported.body());
        assertThat(link.find()).isTrue();
        assertThat(insurer.get(link.group(1)).status()).isEqualTo(200);
        assertThat(imported.body()).doesNotContain("将存为");
        assertThat(dryRunOfExport(interfaceUser.get("/api/v1" + link.group(1).replace("/app", ""))))
                .contains("将存为版本 1 之后的新版本");
    }

    private String dryRunOfExport(Answer plan) {
        byte[] export = interfaceUser.download(
                "/api/v1/plans/" + plan.json().get("planId").asString() + "/export");
        return insurer.upload(IMPORT, Map.of("dryRun", "true"), BodyPublishers.ofByteArray(export))
                .body();
    }

    @Test
    void aFileThatIsNoneIsRefusedAboveTheForm() {
        Answer refused = insurer.upload(IMPORT, Map.of(), BodyPublishers.ofString("plan,colour\r\n"));

        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        assertThat(refused.body()).contains("role=\"alert\"", "该文件无法读取", "enctype=\"multipart/form-data\"");
        assertThat(insurer.upload(IMPORT, Map.of("_csrf", "of another site"), BodyPublishers.noBody())
                        .status())
                .isEqualTo(403);
    }

    /** The limit of a file is 50 MB. */
    @Test
    void aFileThatIsTooLargeIsRefusedOnAPage() {
        BodyPublisher file = BodyPublishers.ofByteArrays(Collections.nCopies(51, new byte[1 << 20]));

        Answer refused = insurer.upload(IMPORT, Map.of(), file);

        assertThat(refused.status()).as(refused.body()).isEqualTo(413);
        assertThat(refused.body()).contains("<h1>", "payload-too-large", "52428800", "href=\"/app/jobs\"");
    }

    @Test
    void aLargeFileBecomesAJobWithAPageOfItsOwn() throws IOException {
        List<JsonNode> many = new ArrayList<>();
        for (int i = 0; i <= AT_ONCE; i++) {
            many.add(PageSamples.document("dental-clinic.json"));
        }

        Answer begun = insurer.upload(IMPORT, Map.of("dryRun", "true"), file(many.toArray(JsonNode[]::new)));

        assertThat(begun.status()).as(begun.body()).isEqualTo(302);
        String job = begun.header("Location").replaceFirst(".*(?=/app/)", "");
        assertThat(insurer.get(job).status()).isEqualTo(200);
        JobWatch.await(
                interfaceUser,
                job.replace("/app/", "/api/v1/"),
                state -> state.get("state").asString().equals("DONE"));
        assertThat(insurer.get(job).body())
                .contains("plans.zip", "完成", "21 / 21")
                .doesNotContain("hx-trigger", "/cancel");
        assertThat(insurer.get("/app/jobs").body()).contains("href=\"" + job + "\"");
        assertThat(insurer.get(job + "/errors.csv").body()).contains("\"severity\"");
        insurer.get(job); // a page with a token
        assertThat(insurer.post(job + "/cancel", Map.of()).status()).isEqualTo(302);
        assertThat(insurer.get(job).body()).contains("完成");

        PageReader other = PageReader.signedIn(server, "demo-insurer-2", "insurer");
        assertThat(other.get(job).status()).isEqualTo(404);
        Answer noFile = other.get(job + "/errors.csv?lang=en");
        assertThat(noFile.status()).isEqualTo(404);
        assertThat(noFile.header("Content-Type")).startsWith("text/html");
        assertThat(noFile.body()).contains("<html lang=\"en\"", "not-found", "href=\"/app/jobs\"");
        assertThat(other.get("/app/jobs").body()).doesNotContain(job);
    }

    @Test
    void thePageOfAJobLeadsToEachPlanThatItMade() throws IOException {
        ObjectNode wrong = PageSamples.document("dental-clinic.json");
        ((ObjectNode) wrong.get("policyholder")).put("creditCode", "91310000000000000X");
        List<JsonNode> many = new ArrayList<>(List.of(wrong));
        for (int i = 0; i < AT_ONCE; i++) {
            many.add(PageSamples.document("dental-clinic.json"));
        }

        Answer begun = insurer.upload(IMPORT, Map.of(), file(many.toArray(JsonNode[]::new)));
        String job = begun.header("Location").replaceFirst(".*(?=/app/)", "");
        JobWatch.await(
                interfaceUser,
                job.replace("/app/", "/api/v1/"),
                state -> state.get("state").asString().equals("DONE"));

        String page = insurer.get(job).body();
        List<String> plans = Pattern.compile("href=\"(/app/plans/[0-9a-f-]{36})\"")
                .matcher(page)
                .results()
                .map(link -> link.group(1))
                .distinct()
                .toList();
        assertThat(plans).hasSize(AT_ONCE);
        assertThat(insurer.get(plans.get(0)).status()).isEqualTo(200);
        assertThat(page).contains("未通过", "plans.csv 2 policyholder.creditCode");
    }

    @Test
    void templatesAndTheExportAreThereForThoseWhoMayImport() {
        String page = insurer.get(IMPORT).body();
        for (String link : List.of(IMPORT + "/template/zh", IMPORT + "/template/en", IMPORT + "/export/zh")) {
            assertThat(page).contains("href=\"" + link + "\"");
            Answer answer = insurer.get(link);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Content-Type")).isEqualTo("application/zip");
            assertThat(answer.body()).startsWith("PK");
        }
        Answer noLanguage = insurer.get(IMPORT + "/template/fr");
        assertThat(noLanguage.status()).isEqualTo(422);
        assertThat(noLanguage.header("Content-Type")).startsWith("text/html");
        PageReader vendor = PageReader.signedIn(server, "demo-vendor-1", "vendor");
        assertThat(vendor.get(IMPORT).status()).isEqualTo(403);
        assertThat(vendor.get("/app/jobs").status()).isEqualTo(403);
    }

    private BodyPublisher file(JsonNode... plans) throws IOException {
        return BodyPublishers.ofFile(CsvPlans.zipOf(List.of(plans), folder));
    }
}
