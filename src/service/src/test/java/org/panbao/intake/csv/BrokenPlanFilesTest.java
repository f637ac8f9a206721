package org.panbao.intake.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.panbao.base.Severity;
import org.panbao.intake.csv.BrokenPlanFiles.Broken;
import org.panbao.intake.csv.CsvFixtures.Opened;
import org.panbao.jobs.ItemFinding;
import org.springframework.util.unit.DataSize;

/** Files that are broken as a whole: each fault is named with its place, and nothing of the file is read. */
class BrokenPlanFilesTest {

    private static final Charset GB18030 = Charset.forName("GB18030");

    /** Bounds low enough to be crossed by a small test file. */
    private static final PlanFileLimits LOW = new PlanFileLimits(
            DataSize.ofKilobytes(256), DataSize.ofMegabytes(3), 200, 4, 5, 2, 4, DataSize.ofKilobytes(1), 20, 100);

    @ParameterizedTest
    @MethodSource("org.panbao.intake.csv.BrokenPlanFiles#all")
    void isRefusedWithItsFaultNamed(Broken broken) {
        Opened opened = CsvFixtures.open(CsvFixtures.files(), broken.content(), broken.name(), null);

        assertThat(opened.plans()).isEmpty();
        assertThat(opened.findings()).hasSize(1).allSatisfy(finding -> {
            assertThat(finding.code()).isEqualTo(broken.code());
            assertThat(finding.file()).isEqualTo(broken.file());
            assertThat(finding.row()).isEqualTo(broken.row());
            assertThat(finding.column()).isEqualTo(broken.column());
            assertThat(finding.severity()).isEqualTo(Severity.ERROR);
            assertThat(finding.pointer()).isNull();
            assertThat(finding.message().zh()).isNotBlank().doesNotContain("{");
            assertThat(finding.message().en()).isNotBlank().doesNotContain("{");
        });
    }

    @Test
    void thereAreAtLeastForty() {
        assertThat(BrokenPlanFiles.all()).hasSizeGreaterThanOrEqualTo(40);
    }

    @Test
    void boundsOfSizeAreNamed() {
        byte[] two = BrokenPlanFiles.plans(CsvFixtures.planLine("K1") + "\r\n" + CsvFixtures.planLine("K2"));
        byte[] three = BrokenPlanFiles.plans(
                CsvFixtures.planLine("K1") + "\r\n" + CsvFixtures.planLine("K2") + "\r\n" + CsvFixtures.planLine("K3"));
        byte[] six = BrokenPlanFiles.plans((CsvFixtures.planLine("K1") + "\r\n").repeat(6));

        assertThat(CsvFixtures.open(CsvFixtures.files(LOW), two, "plans.csv", null)
                        .plans())
                .hasSize(2);
        assertThat(codes(three)).containsExactly("csv-too-many-plans");
        assertThat(codes(six)).containsExactly("csv-too-many-rows");
        assertThat(codes(BrokenPlanFiles.plans("\r\n".repeat(6)))).containsExactly("csv-too-many-rows");
        assertThat(codes(BrokenPlanFiles.plans("#\r\n".repeat(6)))).containsExactly("csv-too-many-rows");
        assertThat(codes(new byte[256 * 1024 + 1])).containsExactly("file-too-large");
    }

    /** Packed less than a hundred to one, so no bomb by its ratio: three megabytes are the bound, four would be unpacked. */
    @Test
    void allEntriesTogetherMayExpandToABoundOnly() throws IOException {
        String row = "x".repeat(85) + ",\r\n";
        StringBuilder table = new StringBuilder("plan,title,reviewedOn\r\n");
        for (int i = 0; i < 21_000; i++) {
            table.append("K1,").append(i).append(row);
        }
        byte[] twoMegabytes = table.toString().getBytes(UTF_8);
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("policies.csv", twoMegabytes);
        entries.put("products.csv", twoMegabytes);
        byte[] zip = CsvFixtures.zipOf(entries);

        assertThat(twoMegabytes.length).isBetween(2_000_000, 2_200_000);
        assertThat(zip.length).isBetween(twoMegabytes.length / 100, 256 * 1024);
        assertThat(codes(zip)).contains("file-expands-too-far").hasSize(2);
    }

    @Test
    void allFaultsOfAHeaderAreToldAtOnce() {
        byte[] file = BrokenPlanFiles.bytes(
                "plan,form,form,colour,policyholder.name,policyholder.creditCode,policyholder.region\r\n");

        assertThat(CsvFixtures.open(file, "plans.csv").findings())
                .extracting(finding -> finding.code() + " " + finding.column())
                .containsExactly(
                        "csv-column-twice form",
                        "csv-column-unknown colour",
                        "csv-column-missing planName",
                        "csv-column-missing direction",
                        "csv-column-missing policyholder.nature");
    }

    @Test
    void aFolderIsToldOnceHoweverManyFilesAreInIt() {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        for (String name :
                List.of("表/", "表/plans.csv", "表/old/plans.csv", "b\\plans.csv", "B/covers.csv", "表/covers.csv")) {
            entries.put(name, name.endsWith("/") ? new byte[0] : BrokenPlanFiles.bytes("x"));
        }

        assertThat(CsvFixtures.open(CsvFixtures.zipOf(entries), "plans.zip").findings())
                .extracting(finding -> finding.file() + " " + finding.code())
                .containsExactly("表/ zip-folder", "b\\plans.csv zip-folder");
    }

    @Test
    void faultsOfAllFilesInAZipAreToldAtOnce() {
        Opened opened = CsvFixtures.openTables(Map.of("covers", "plan,\"item", "objects", "plan,worth\r\n"));

        assertThat(opened.plans()).isEmpty();
        assertThat(opened.findings())
                .extracting(finding -> finding.file() + " " + finding.code())
                .containsExactlyInAnyOrder(
                        "covers.csv csv-quote-open",
                        "objects.csv csv-column-unknown",
                        "objects.csv csv-column-missing");
    }

    @Test
    void aDeclaredCharsetIsHeldTo() {
        byte[] chinese = BrokenPlanFiles.bytes(CsvFixtures.PLANS);
        PlanFiles files = CsvFixtures.files();

        byte[] inGb18030 = CsvFixtures.PLANS.getBytes(GB18030);
        assertThat(CsvFixtures.open(files, inGb18030, "plans.csv", UTF_8).findings())
                .extracting(ItemFinding::code)
                .containsExactly("csv-charset-differs");
        assertThat(CsvFixtures.open(files, chinese, "plans.csv", StandardCharsets.ISO_8859_1)
                        .findings())
                .extracting(ItemFinding::code)
                .containsExactly("csv-charset-not-taken");
        assertThat(CsvFixtures.open(files, chinese, "plans.csv", UTF_8).plans()).hasSize(1);
        assertThat(CsvFixtures.open(files, inGb18030, "plans.csv", Charset.forName("GBK"))
                        .plans())
                .hasSize(1);
    }

    private static List<String> codes(byte[] content) {
        Opened opened = CsvFixtures.open(CsvFixtures.files(LOW), content, "plans.csv", null);
        assertThat(opened.plans()).isEmpty();
        return opened.findings().stream().map(ItemFinding::code).toList();
    }
}
