package org.panbao.intake.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongFunction;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.panbao.jobs.JobWatch;
import org.panbao.support.Answer;
import org.panbao.support.ApiClient;
import org.panbao.support.PanbaoProcess;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A file of many enterprises, and files of a gigabyte, in a process with little memory that is killed meanwhile. As many
 * as a file may have: {@code -Dpanbao.test.enterprises=10000}.
 */
class LargeImportIT {

    private static final String IMPORT = "/api/v1/plans/import";
    private static final int ENTERPRISES = Integer.getInteger("panbao.test.enterprises", 2_000);
    private static final int EVERY = 100; // one of so many has a wrong credit code
    private static final int CANCELLED_AFTER = ENTERPRISES / 50;
    private static final int KILLED_AFTER = ENTERPRISES / 5;
    private static final long SCATTER = 0x9E3779B97F4A7C15L; // makes following numbers unlike each other
    private static final List<String> LITTLE_MEMORY = List.of("env", "JAVA_TOOL_OPTIONS=-Xmx320m");

    @TempDir
    private Path data;

    @TempDir
    private Path folder;

    @Test
    void everyEnterpriseIsImportedOnceAlthoughTheProcessIsKilled() throws Exception {
        Path file = enterprises();
        String cancelled;
        String job;
        try (PanbaoProcess process = start()) {
            ApiClient owner = owner(process);
            gigabytesAreRefused(owner);

            cancelled = submit(owner, file);
            awaitDone(owner, cancelled, CANCELLED_AFTER);
            owner.delete(cancelled);
            JsonNode ended = JobWatch.await(owner, cancelled, seen -> isIn(seen, "CANCELLED"));
            assertThat(ended.at("/progress/done").asInt()).isBetween(CANCELLED_AFTER, ENTERPRISES - 1);
            assertThat(plans(owner)).hasSize(ended.at("/progress/accepted").asInt());

            job = submit(owner, file);
            Set<Integer> progress = new TreeSet<>();
            for (int done = KILLED_AFTER / 4; done <= KILLED_AFTER; done += KILLED_AFTER / 4) {
                progress.add(awaitDone(owner, job, done));
            }
            assertThat(progress).hasSizeGreaterThanOrEqualTo(3);
            process.kill();
        }
        try (PanbaoProcess process = start("--panbao.jobs.silence=PT3S")) {
            ApiClient owner = owner(process);
            int before = owner.get(cancelled).json().at("/progress/accepted").asInt();
            JsonNode ended = JobWatch.await(owner, job, seen -> isIn(seen, "DONE"));
            int wrong = ENTERPRISES / EVERY;
            assertThat(ended.at("/progress/accepted").asInt()).isEqualTo(ENTERPRISES - wrong);
            assertThat(ended.at("/progress/refused").asInt()).isEqualTo(wrong);
            assertThat(ended.at("/progress/total").asInt()).isEqualTo(ENTERPRISES);

            assertThat(plans(owner)).hasSize(before + ENTERPRISES - wrong);
            assertThat(keysWithErrors(owner.get(job + "/errors.csv").body())).isEqualTo(wrongKeys());
            assertThat(owner.get("/api/v1/audit/verification")
                            .json()
                            .get("intact")
                            .asBoolean())
                    .isTrue();
        }
    }

    private PanbaoProcess start(String... arguments) {
        return PanbaoProcess.start(data, LITTLE_MEMORY, arguments).awaitOutput(PanbaoProcess.READY);
    }

    /** Three times the memory of the process. */
    private void gigabytesAreRefused(ApiClient owner) throws IOException {
        for (int files = 0; files < 2; files++) {
            assertRefused(owner, gigabyte(Deflater.BEST_COMPRESSION, "", line -> new byte[1 << 20]), "zip-ratio");
        }
        String filling = "x".repeat(2_000) + "\r\n";
        Path lines = gigabyte(
                Deflater.BEST_SPEED,
                "plan,form,planName,direction,policyholder.name,policyholder.creditCode,policyholder.region,policyholder.nature\r\n",
                line -> ("p1," + Long.toHexString(line * SCATTER) + filling).getBytes(StandardCharsets.US_ASCII));
        assertRefused(owner, lines, "file-expands-too-far");
        assertThat(plans(owner)).isEmpty();
    }

    private static void assertRefused(ApiClient owner, Path file, String code) throws IOException {
        Answer answer = owner.upload(IMPORT, "plans.zip", BodyPublishers.ofFile(file));
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.json().at("/findings/0/code").asString()).isEqualTo(code);
    }

    /** A zip of a file of one gigabyte. */
    private Path gigabyte(int level, String header, LongFunction<byte[]> line) throws IOException {
        Path zip = folder.resolve("gigabyte.zip");
        try (OutputStream bytes = Files.newOutputStream(zip);
                ZipOutputStream entries = new ZipOutputStream(bytes)) {
            entries.setLevel(level);
            entries.putNextEntry(new ZipEntry("plans.csv"));
            entries.write(header.getBytes(StandardCharsets.US_ASCII));
            long written = 0;
            for (long number = 0; written < 1L << 30; number++) {
                byte[] next = line.apply(number);
                entries.write(next);
                written += next.length;
            }
            entries.closeEntry();
        }
        return zip;
    }

    private Path enterprises() throws IOException {
        MadeUpEnterprises enterprises = new MadeUpEnterprises("批量导入");
        Path tables = Files.createDirectory(folder.resolve("tables"));
        try (CsvPlans plans = CsvPlans.like(enterprises.samples(), tables)) {
            for (int i = 0; i < ENTERPRISES; i++) {
                plans.add("p" + i, i % EVERY == 0 ? enterprises.withWrongCode(i) : enterprises.plan(i));
            }
            return plans.zip();
        }
    }

    private static Set<String> wrongKeys() {
        Set<String> keys = new TreeSet<>();
        for (int i = 0; i < ENTERPRISES; i += EVERY) {
            keys.add("p" + i);
        }
        return keys;
    }

    /** Plans named in the error file with an error, first column and severity of its lines. */
    private static Set<String> keysWithErrors(String errors) {
        Set<String> keys = new TreeSet<>();
        errors.lines().filter(line -> line.contains("\"ERROR\"")).forEach(line -> keys.add(line.split("\"")[1]));
        return keys;
    }

    private static String submit(ApiClient owner, Path file) throws IOException {
        Answer answer = owner.upload(IMPORT, "plans.zip", BodyPublishers.ofFile(file));
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        return answer.header("Location");
    }

    private static int awaitDone(ApiClient owner, String job, int items) {
        return JobWatch.await(owner, job, seen -> seen.at("/progress/done").asInt() >= items)
                .at("/progress/done")
                .asInt();
    }

    private static boolean isIn(JsonNode job, String state) {
        return job.get("state").asString().equals(state);
    }

    /** Ids of all plans. */
    private static Set<String> plans(ApiClient owner) {
        Set<String> ids = new HashSet<>();
        String cursor = "";
        do {
            JsonNode page = owner.get("/api/v1/plans?limit=200" + cursor).json();
            page.get("items").forEach(plan -> ids.add(plan.get("planId").asString()));
            cursor = page.get("nextCursor").isNull()
                    ? ""
                    : "&cursor=" + page.get("nextCursor").asString();
        } while (!cursor.isEmpty());
        return ids;
    }

    private ApiClient owner(PanbaoProcess process) throws IOException {
        JsonNode credentials = JsonMapper.shared().readTree(Files.readString(data.resolve("demo-credentials.json")));
        for (JsonNode client : credentials.get("clients")) {
            if (client.get("role").asString().equals("insurer")) {
                return process.client(
                        client.get("clientId").asString(),
                        client.get("clientSecret").asString());
            }
        }
        throw new AssertionError("no insurer among the demo credentials");
    }
}
