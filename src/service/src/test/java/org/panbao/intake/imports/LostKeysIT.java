package org.panbao.intake.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.panbao.support.Answer;
import org.panbao.support.ApiClient;
import org.panbao.support.PanbaoServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An export that lost keys in a spreadsheet is refused, and the revision that it came from stays the newest. */
class LostKeysIT {

    private static final String IMPORT = "/api/v1/plans/import";
    private static final PanbaoServer SERVER = PanbaoServer.shared();

    private final ApiClient owner = SERVER.as("demo-insurer-1", "insurer");

    /** As after the cells of a column were merged: the first data row alone keeps its key. */
    @Test
    void ofMergedCells() throws IOException {
        assertRefused("csv-key-missing", (key, before) -> before.equals(key) ? "" : key);
    }

    @Test
    void ofAMistypedKey() throws IOException {
        assertRefused("csv-plan-line-missing", (key, before) -> before.equals(key) ? key + "x" : key);
    }

    private void assertRefused(String code, BinaryOperator<String> change) throws IOException {
        String path = owner.post("/api/v1/plans", sample()).header("Location");
        byte[] damaged = damage(owner.download(path + "/export"), change);

        for (String query : List.of("?dryRun=true", "", "?async=true")) {
            Answer answer = owner.upload(IMPORT + query, "plans.zip", BodyPublishers.ofByteArray(damaged));

            assertThat(answer.status()).as(answer.body()).isEqualTo(422);
            assertThat(answer.json().get("code").asString()).isEqualTo("file-invalid");
            assertThat(answer.json().get("findings"))
                    .extracting(finding -> finding.get("code").asString())
                    .containsOnly(code);
            assertThat(answer.json().get("findings"))
                    .extracting(finding -> finding.get("pointer").asString())
                    .contains("/systems.csv/4/plan", "/answers.csv/4/plan", "/covers.csv/4/plan");
        }
        assertThat(owner.get(path).json().get("revision").asInt()).isEqualTo(1);
    }

    private static JsonNode sample() throws IOException {
        Path file = Path.of(System.getProperty("panbao.top"), "sample-data", "plans", "machine-tool-maker.json");
        return JsonMapper.shared().readTree(Files.readAllBytes(file));
    }

    /** Changes the first cell of the rows of three tables, each seen with that of the row before. */
    private static byte[] damage(byte[] zip, BinaryOperator<String> change) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(zip));
                ZipOutputStream to = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                String text = new String(from.readAllBytes(), UTF_8);
                boolean chosen =
                        List.of("systems.csv", "answers.csv", "covers.csv").contains(entry.getName());
                to.putNextEntry(new ZipEntry(entry.getName()));
                to.write((chosen ? damage(text, change) : text).getBytes(UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static String damage(String table, BinaryOperator<String> change) {
        StringBuilder damaged = new StringBuilder();
        String before = "";
        for (String line : table.split("\r\n")) {
            String key = line.substring(0, line.indexOf(','));
            damaged.append(change.apply(key, before))
                    .append(line.substring(key.length()))
                    .append("\r\n");
            before = key;
        }
        return damaged.toString();
    }
}
