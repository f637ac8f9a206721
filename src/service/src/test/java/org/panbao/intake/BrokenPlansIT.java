package org.panbao.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.panbao.storage.TenantTransactions;
import org.panbao.support.Answer;
import org.panbao.support.ApiClient;
import org.panbao.support.PanbaoServer;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * Broken plans and broken requests against the running service: {@code intake/broken-plans.txt} and
 * {@code intake/broken-requests.txt}. Each is answered by a problem that says what and where, and leaves no row behind.
 */
class BrokenPlansIT {

    private static final String OWNER = "demo-insurer-1";

    private static final PanbaoServer SERVER = PanbaoServer.shared();

    private final ApiClient insurer = SERVER.as(OWNER, "insurer");

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(
            resources = {"/intake/broken-plans.txt", "/intake/findings.txt"},
            numLinesToSkip = 1,
            delimiter = '|',
            quoteCharacter = '`',
            maxCharsPerColumn = 10_000)
    void refusesABrokenPlan(String name, String edits, String severity, String code, String pointer) {
        int before = rows();
        boolean broken = severity.equals("ERROR");
        String plan = PlanEdits.apply("full", edits == null ? "" : edits);
        Answer answer = insurer.post(broken ? "/api/v1/plans" : "/api/v1/plans?dryRun=true", plan);

        assertThat(answer.status()).as(answer.body()).isEqualTo(broken ? 422 : 200);
        assertThat(findings(answer)).contains(code + " " + (pointer == null ? "" : pointer));
        assertThat(rows()).isEqualTo(before);
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(
            resources = "/intake/broken-requests.txt",
            numLinesToSkip = 1,
            delimiter = '|',
            quoteCharacter = '`',
            maxCharsPerColumn = 10_000)
    void refusesABrokenRequest(
            String name, String call, String headers, String edits, String encoding, int status, String code) {
        int before = rows();
        byte[] body = encode(edits == null ? "" : PlanEdits.apply("full", edits.equals("none") ? "" : edits), encoding);
        String[] target = call.split(" ", 2);
        Answer answer = insurer.send(
                target[0],
                target[1].replace("{unknown}", UUID.randomUUID().toString()),
                BodyPublishers.ofByteArray(body),
                headers == null ? new String[0] : headers.split("[:;] ?"));

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().path("code").asString()).isEqualTo(code.split(" ")[0]);
        assertThat(answer.body()).contains(code.split(" "));
        assertThat(rows()).isEqualTo(before);
    }

    private static byte[] encode(String text, String encoding) {
        if (encoding == null || encoding.equals("UTF-8")) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        if (!encoding.equals("gzip")) {
            return text.getBytes(Charset.forName(encoding));
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static List<String> findings(Answer answer) {
        List<String> found = new ArrayList<>();
        for (JsonNode finding : answer.json().path("findings")) {
            assertThat(finding.path("message").path("zh").asString("")).isNotBlank();
            assertThat(finding.path("message").path("en").asString("")).isNotBlank();
            found.add(finding.path("code").asString() + " "
                    + finding.path("pointer").asString());
        }
        return found;
    }

    private int rows() {
        JdbcClient jdbc = SERVER.bean(JdbcClient.class);
        return SERVER.bean(TenantTransactions.class)
                .inOrganisation(
                        UUID.fromString(SERVER.organisationId(OWNER)),
                        () -> jdbc.sql("select (select count(*) from plan) + (select count(*) from plan_revision)"
                                        + " + (select count(*) from plan_personal_data)"
                                        + " + (select count(*) from audit_entry where action like 'plan.%')")
                                .query(Integer.class)
                                .single());
    }
}
