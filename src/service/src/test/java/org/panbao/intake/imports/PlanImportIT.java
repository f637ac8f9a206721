package org.panbao.intake.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.panbao.jobs.JobWatch;
import org.panbao.storage.TenantTransactions;
import org.panbao.support.Answer;
import org.panbao.support.ApiClient;
import org.panbao.support.PanbaoServer;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Importing plans from files over HTTP. */
class PlanImportIT {

    private static final String IMPORT = "/api/v1/plans/import";
    private static final String HEADER =
            "plan,form,planName,direction,policyholder.name,policyholder.creditCode,policyholder.region,policyholder.nature\r\n";
    private static final PanbaoServer SERVER = PanbaoServer.shared();

    private final ApiClient owner = SERVER.as("demo-insurer-1", "insurer");
    private final MadeUpEnterprises enterprises = new MadeUpEnterprises("导入-" + UUID.randomUUID() + "-");

    @TempDir
    private Path folder;

    @Test
    void aSmallFileIsImportedAtOnceAndOneBadPlanDoesNotKeepTheOthersFromIt() {
        BodyPublisher file = zip(enterprises.plan(0), enterprises.withWrongCode(1), enterprises.plan(2));

        Answer answer = owner.upload(IMPORT, "plans.zip", file);

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        JsonNode read = answer.json().get("read");
        assertThat(read).extracting(plan -> plan.get("plan").asString()).containsExactly("p0", "p2");
        assertThat(answer.json().get("notRead")).extracting(JsonNode::asString).containsExactly("p1");
        JsonNode stored = owner.get("/api/v1/plans/" + read.get(0).get("planId").asString())
                .json();
        assertThat(stored.get("plan")).isEqualTo(enterprises.plan(0));
        assertThat(read.get(0).get("revision").asInt()).isEqualTo(1);
        JsonNode fault = fault(answer, "uscc-check-digit");
        assertThat(fault.get("file").asString()).isEqualTo("plans.csv");
        assertThat(fault.get("row").asInt()).isEqualTo(3); // the header is row 1
        assertThat(fault.get("column").asString()).isEqualTo("policyholder.creditCode");
    }

    @Test
    void aStatedRevisionMakesAFurtherOneOfTheNewestAlone() {
        String planId = file(owner, 0);
        JsonNode changed = enterprises.plan(5);

        assertFault("import-revision-not-newest", revise(planId, 2, changed, true));
        JsonNode tried = revise(planId, 1, changed, true).json().get("read");
        assertThat(tried).hasSize(1);
        assertThat(tried.get(0).get("basedOn").asInt()).isEqualTo(1);
        assertThat(tried.get(0).get("revision").isNull()).isTrue();
        Answer revised = revise(planId, 1, changed, false);
        assertThat(revised.status()).as(revised.body()).isEqualTo(201);
        assertThat(revised.json().at("/read/0/revision").asInt()).isEqualTo(2);
        assertThat(revised.json().at("/read/0/basedOn").asInt()).isEqualTo(1);
        assertThat(owner.get("/api/v1/plans/" + planId).json().get("plan")).isEqualTo(changed);
        assertFault("import-revision-not-newest", revise(planId, 1, changed, false));
        assertFault("import-plan-unknown", revise("p0", 1, changed, false));
    }

    @Test
    void nobodyRevisesAPlanOfOthersByAFile() {
        ApiClient stranger = SERVER.as("demo-insurer-2", "insurer");
        String planId = file(stranger, 0);

        assertFault("import-plan-unknown", revise(planId, 1, enterprises.plan(1), false));
        assertThat(stranger.get("/api/v1/plans/" + planId).json().get("plan")).isEqualTo(enterprises.plan(0));
    }

    @Test
    void whatIsExportedCanBeImportedAsAFurtherRevision() {
        String path = "/api/v1/plans/" + file(owner, 3);

        Answer imported =
                owner.upload(IMPORT, "plans.zip", BodyPublishers.ofByteArray(owner.download(path + "/export")));

        assertThat(imported.status()).as(imported.body()).isEqualTo(201);
        assertThat(imported.json().at("/read/0/revision").asInt()).isEqualTo(2);
        assertThat(owner.get(path).json().get("plan")).isEqualTo(enterprises.plan(3));
    }

    private String file(ApiClient client, int enterprise) {
        Answer filed = client.post("/api/v1/plans", enterprises.plan(enterprise));
        assertThat(filed.status()).as(filed.body()).isEqualTo(201);
        return filed.json().get("planId").asString();
    }

    private static void assertFault(String code, Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().get("read")).isEmpty();
        assertThat(fault(answer, code).get("column").asString()).isEqualTo("revision");
    }

    private Answer revise(String key, int based, JsonNode plan, boolean dryRun) {
        return revise(key, based, plan, "?dryRun=" + dryRun);
    }

    private Answer revise(String key, int based, JsonNode plan, String query) {
        ObjectNode numbered = ((ObjectNode) plan.deepCopy()).put("revision", based);
        try (CsvPlans plans = CsvPlans.like(List.of(numbered), folder)) {
            plans.add(key, numbered);
            return owner.upload(IMPORT + query, "plans.zip", BodyPublishers.ofFile(plans.zip()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aDryRunReadsAndStoresNothing() {
        long before = plans();
        Answer answer = owner.upload(IMPORT + "?dryRun=true", "plans.zip", zip(enterprises.plan(0)));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().get("dryRun").asBoolean()).isTrue();
        assertThat(answer.json().at("/read/0/planId").isNull()).isTrue();
        assertThat(answer.json().at("/read/0/basedOn").isNull()).isTrue();
        assertThat(plans()).isEqualTo(before);
    }

    @Test
    void theSameUploadUnderTheSameKeyIsImportedOnce() {
        long before = plans();
        String key = UUID.randomUUID().toString();
        Answer first = owner.upload(IMPORT, "plans.zip", zip(enterprises.plan(0)), "Idempotency-Key", key);
        Answer second = owner.upload(IMPORT, "plans.zip", zip(enterprises.plan(0)), "Idempotency-Key", key);
        Answer other = owner.upload(IMPORT, "plans.zip", zip(enterprises.plan(1)), "Idempotency-Key", key);

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.json().get("code").asString()).isEqualTo("idempotency-key-reused");
        assertThat(plans()).isEqualTo(before + 1);
    }

    /** Media types have no case (RFC 9110, 8.3.1). */
    @Test
    void theKeyOfAnUploadCountsItsPartsHoweverItsTypeIsSpelt() {
        String type = ApiClient.MULTIPART.replace("multipart/form-data", "Multipart/Form-Data");
        String key = UUID.randomUUID().toString();

        assertThat(upload(0, "Content-Type", type, "Idempotency-Key", key).status())
                .isEqualTo(201);
        Answer other = upload(1, "Content-Type", type, "Idempotency-Key", key);

        assertThat(other.status()).as(other.body()).isEqualTo(422);
        assertThat(other.json().get("code").asString()).isEqualTo("idempotency-key-reused");
    }

    private Answer upload(int enterprise, String... headers) {
        return owner.send(
                "POST", IMPORT, ApiClient.multipart("file", "plans.zip", zip(enterprises.plan(enterprise))), headers);
    }

    @Test
    void aFileOfManyPlansBecomesAJob() {
        List<JsonNode> many = new ArrayList<>(
                IntStream.range(0, 20).mapToObj(enterprises::plan).toList());
        many.add(enterprises.withWrongCode(20));

        Answer answer = owner.upload(IMPORT, "plans.zip", zip(many.toArray(JsonNode[]::new)));

        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        String job = answer.header("Location");
        assertThat(job).isEqualTo("/api/v1/jobs/" + answer.json().get("jobId").asString());
        JsonNode ended =
                JobWatch.await(owner, job, seen -> seen.get("state").asString().equals("DONE"));
        assertThat(ended.at("/progress/accepted").asInt()).isEqualTo(20);
        assertThat(ended.at("/progress/refused").asInt()).isEqualTo(1);
        JsonNode items = owner.get(job + "/items?limit=50").json().get("items");
        assertThat(items.get(20).get("findings"))
                .extracting(finding -> finding.get("pointer").asString(""))
                .contains("/policyholder/creditCode");
        String planId = items.get(7).at("/result/planId").asString();
        assertThat(owner.get("/api/v1/plans/" + planId).json().get("plan")).isEqualTo(enterprises.plan(7));
        assertThat(owner.get(job + "/errors.csv?lang=en").body())
                .contains(
                        "\"p20\",\"false\",\"plans.csv\",\"22\",\"policyholder.creditCode\",\"ERROR\",\"uscc-check-digit\"");
        assertThat(rows("job_input", ended)).isZero();
    }

    @Test
    void aDryRunAsAJobStoresTheFindingsAlone() {
        JsonNode plan = enterprises.plan(0);
        String planId = file(owner, 0);
        long before = plans();
        String job = owner.upload(IMPORT + "?dryRun=true&async=true", "plans.zip", zip(enterprises.plan(0)))
                .header("Location");
        String again = revise(planId, 1, plan, "?dryRun=true&async=true").header("Location");
        for (String begun : List.of(job, again)) {
            JobWatch.await(owner, begun, seen -> seen.get("state").asString().equals("DONE"));
        }

        assertThat(owner.get(job + "/items").json().at("/items/0/result")).isEmpty();
        assertThat(owner.get(again + "/items").json().at("/items/0/result").toString())
                .isEqualTo("{\"basedOn\":\"1\"}");
        assertThat(plans()).isEqualTo(before);
    }

    @Test
    void filesThatAreNoneAreRefusedByName() {
        long before = plans();
        assertRefused(
                "zip-path-traversal",
                "plans.zip",
                entry("../plans.csv", "plan\r\np1\r\n".getBytes(StandardCharsets.UTF_8)));
        assertRefused("zip-ratio", "plans.zip", entry("plans.csv", new byte[100 << 20]));
        assertRefused("csv-quote-open", "plans.csv", (HEADER + "p1,\"SHORT\r\n").getBytes(StandardCharsets.UTF_8));
        assertRefused("csv-utf-16", "plans.csv", "plan\r\np1\r\n".getBytes(StandardCharsets.UTF_16));
        assertRefused("csv-empty", "plans.csv", new byte[0]);
        assertThat(plans()).isEqualTo(before);
    }

    /** What was sent, seen as an object of files, these as objects of rows. */
    @Test
    void whatIsWrongWithAFileHasItsPlaceAsAPointer() {
        assertThat(places("plans.csv", HEADER + "p1,\"SHORT\r\n")).containsExactly("/plans.csv/2/B");
        assertThat(places("plans.csv", HEADER.replace("form", "colour/~")))
                .containsExactly("/plans.csv/1/colour~1~0", "/plans.csv/1/form");
        assertThat(places("plans.csv", "")).containsExactly("/plans.csv");
    }

    private List<String> places(String name, String text) {
        return owner.upload(IMPORT, name, BodyPublishers.ofString(text))
                .json()
                .get("findings")
                .valueStream()
                .map(finding -> finding.get("pointer").asString())
                .toList();
    }

    private void assertRefused(String code, String name, byte[] bytes) {
        Answer answer = owner.upload(IMPORT, name, BodyPublishers.ofByteArray(bytes));
        assertThat(answer.status()).as(code + answer.body()).isEqualTo(422);
        assertThat(answer.json().get("code").asString()).isEqualTo("file-invalid");
        assertThat(answer.json().at("/findings/0/code").asString()).isEqualTo(code);
        assertThat(answer.json().at("/findings/0/message/en").asString()).contains("plans.");
    }

    private static JsonNode fault(Answer answer, String code) {
        return answer.json()
                .get("findings")
                .valueStream()
                .filter(finding -> finding.get("code").asString().equals(code))
                .findFirst()
                .orElseThrow(() -> new AssertionError(answer.body()));
    }

    private BodyPublisher zip(JsonNode... plans) {
        try {
            return BodyPublishers.ofFile(CsvPlans.zipOf(List.of(plans), folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] entry(String name, byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static long plans() {
        return inOrganisation("select count(*) from plan");
    }

    private static long rows(String table, JsonNode job) {
        return inOrganisation("select count(*) from " + table + " where job_id = '"
                + job.get("jobId").asString() + "'");
    }

    private static long inOrganisation(String query) {
        UUID organisation = UUID.fromString(SERVER.organisationId("demo-insurer-1"));
        return SERVER.bean(TenantTransactions.class)
                .inOrganisation(
                        organisation,
                        () -> SERVER.bean(JdbcClient.class)
                                .sql(query)
                                .query(Long.class)
                                .single());
    }
}
