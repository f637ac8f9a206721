package org.panbao.intake.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.panbao.intake.csv.BrokenPlanFiles.Broken;
import org.panbao.jobs.JobWatch;
import org.panbao.storage.TenantTransactions;
import org.panbao.support.Answer;
import org.panbao.support.ApiClient;
import org.panbao.support.PanbaoServer;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Broken files sent to the running service, and files whose charset only their sender knows. */
class BrokenPlanFilesIT {

    private static final String IMPORT = "/api/v1/plans/import";
    private static final PanbaoServer SERVER = PanbaoServer.shared();

    private final ApiClient owner = SERVER.as("demo-insurer-1", "insurer");

    @Test
    void everyBrokenFileIsRefusedAndNotOnePlanIsStored() {
        long before = plans();

        assertThat(BrokenPlanFiles.all()).hasSizeGreaterThanOrEqualTo(40).allSatisfy(this::assertRefused);

        assertThat(plans()).isEqualTo(before);
    }

    private void assertRefused(Broken broken) {
        Answer answer = owner.upload(IMPORT, broken.name(), BodyPublishers.ofByteArray(broken.content()));
        assertThat(answer.status()).as(broken + answer.body()).isEqualTo(422);
        assertThat(answer.json().get("code").asString()).isEqualTo("file-invalid");
        assertThat(answer.json().get("findings"))
                .extracting(finding -> finding.get("code").asString())
                .containsExactly(broken.code());
    }

    @Test
    void aFileThatMayBeUtf8OrGb18030IsReadAsItsSenderSays() {
        assertThat(code(upload(""))).isEqualTo("csv-charset-unclear");
        assertThat(importedName("?charset=utf-8")).isEqualTo("éé");
        assertThat(importedName("?charset=GB18030")).isEqualTo("茅茅"); // C3 A9 is é in one and 茅 in the other
    }

    @Test
    void aJobReadsTheFileAsItsSenderSaid() {
        Answer begun = upload("?async=true&charset=gbk");
        assertThat(begun.status()).as(begun.body()).isEqualTo(202);
        assertThat(begun.json().at("/parameters/charset").asString()).isEqualTo("GB18030");
        String job = begun.header("Location");

        JobWatch.await(owner, job, seen -> seen.get("state").asString().equals("DONE"));

        JsonNode item = owner.get(job + "/items").json().at("/items/0");
        assertThat(planName(item.at("/result/planId").asString())).isEqualTo("茅茅");
    }

    @Test
    void anotherCharsetIsAFinding() {
        Answer answer = upload("?charset=iso-8859-1");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("code").asString()).isEqualTo("invalid-request");
        assertThat(answer.json().get("parameter").asString()).isEqualTo("charset");
        assertThat(code(answer)).isEqualTo("csv-charset-not-taken");
        assertThat(answer.json().at("/findings/0/message/en").asString()).contains("iso-8859-1", "UTF-8", "GB18030");
    }

    private static String code(Answer answer) {
        return answer.json().at("/findings/0/code").asString();
    }

    private String importedName(String query) {
        Answer answer = upload(query);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return planName(answer.json().at("/read/0/planId").asString());
    }

    private String planName(String planId) {
        return owner.get("/api/v1/plans/" + planId).json().at("/plan/planName").asString();
    }

    /** All its letters beyond ASCII are é, whose two bytes in UTF-8 are a letter of GB18030 too. */
    private Answer upload(String query) {
        Map<String, byte[]> tables = new LinkedHashMap<>();
        tables.put("plans.csv", accented(CsvFixtures.PLANS));
        tables.put("insureds.csv", accented(CsvFixtures.INSUREDS));
        return owner.upload(IMPORT + query, "plans.zip", BodyPublishers.ofByteArray(CsvFixtures.zipOf(tables)));
    }

    private static byte[] accented(String table) {
        return table.replaceAll("\\p{IsHan}+", "éé").getBytes(StandardCharsets.UTF_8);
    }

    private static long plans() {
        UUID organisation = UUID.fromString(SERVER.organisationId("demo-insurer-1"));
        return SERVER.bean(TenantTransactions.class)
                .inOrganisation(
                        organisation,
                        () -> SERVER.bean(JdbcClient.class)
                                .sql("select count(*) from plan")
                                .query(Long.class)
                                .single());
    }
}
