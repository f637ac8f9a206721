package org.panbao.intake.csv;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Severity;
import org.panbao.intake.IntakeFixtures;
import org.panbao.intake.PlanReader;
import org.panbao.intake.parse.PlanSchema;
import org.panbao.jobs.ItemFinding;
import org.panbao.storage.TemporaryFiles;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.JsonNode;

/** A small plan as tables, zips of them, and their reading. */
final class CsvFixtures {

    static final String PLANS_HEADER = "plan,form,planName,direction,directionNote,policyholder.name,"
            + "policyholder.creditCode,policyholder.region,policyholder.nature";
    static final String PLANS = PLANS_HEADER + "\r\n" + planLine("K1") + "\r\n";
    static final String INSUREDS_HEADER = "plan,insuredId,relationship,name,creditCode,region,industry";
    static final String INSUREDS = INSUREDS_HEADER + "\r\n" + insuredLine("K1") + "\r\n";

    /** Smaller than the settings where a test has to reach a bound. */
    static final PlanFileLimits LIMITS = new PlanFileLimits(
            DataSize.ofMegabytes(50),
            DataSize.ofMegabytes(400),
            200,
            32,
            2_000_000,
            10_000,
            27_000,
            DataSize.ofMegabytes(2),
            256,
            32_767);

    private static final TemporaryFiles TEMPORARY = temporaryFiles();

    private CsvFixtures() {}

    static String planLine(String key) {
        return key + ",SHORT,示例方案,OTHER,软件,示例软件有限公司,91350100M000100Y43,350100,PRIVATE";
    }

    static String insuredLine(String key) {
        return key + ",I1,SELF,示例软件有限公司,91350100M000100Y43,350100,6513";
    }

    static TableLayout layout() {
        return new TableLayout(PlanSchema.load().tree(), ListedCodes.read(IntakeFixtures.RELEASE));
    }

    static PlanFiles files() {
        return files(LIMITS);
    }

    static PlanFiles files(PlanFileLimits limits) {
        return files(IntakeFixtures.reader(), limits);
    }

    static PlanFiles files(PlanReader reader, PlanFileLimits limits) {
        return new PlanFiles(reader, IntakeFixtures.RELEASE, limits, TEMPORARY);
    }

    private static TemporaryFiles temporaryFiles() {
        try {
            Path folder = Files.createTempDirectory("panbao-test-");
            folder.toFile().deleteOnExit();
            return TemporaryFiles.in(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What came of opening a file: its own findings, and its plans. */
    record Opened(List<ItemFinding> findings, List<ImportedPlan> plans) {

        ImportedPlan plan(String key) {
            return plans.stream()
                    .filter(plan -> plan.key().equals(key))
                    .findFirst()
                    .orElseThrow();
        }
    }

    static Opened open(byte[] content, String name) {
        return open(files(), content, name, null);
    }

    static Opened open(PlanFiles files, byte[] content, String name, @Nullable Charset charset) {
        try {
            Path file = Files.createTempFile("plans", ".test");
            try {
                Files.write(file, content);
                try (ImportedPlans plans = files.open(file, name, charset)) {
                    List<ImportedPlan> all = new ArrayList<>();
                    plans.forEach(all::add);
                    return new Opened(plans.findings(), all);
                }
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The small plan with these tables in place of, or beside, its own. */
    static Opened openTables(Map<String, String> tables) {
        return open(zip(tables), "plans.zip");
    }

    static byte[] zip(Map<String, String> tables) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("plans.csv", PLANS.getBytes(StandardCharsets.UTF_8));
        entries.put("insureds.csv", INSUREDS.getBytes(StandardCharsets.UTF_8));
        tables.forEach((name, text) -> entries.put(name + ".csv", text.getBytes(StandardCharsets.UTF_8)));
        return zipOf(entries);
    }

    static byte[] zipOf(Map<String, byte[]> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The plan of a file that was read without error. */
    static JsonNode document(ImportedPlan plan) {
        JsonNode document = plan.document();
        if (document == null) {
            throw new AssertionError("not read: " + plan.findings());
        }
        return document;
    }

    /** The errors of a plan as file, row, column and code. */
    static List<String> errors(ImportedPlan plan) {
        return plan.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(finding -> finding.file() + " " + finding.row() + " " + finding.column() + " " + finding.code())
                .toList();
    }
}
