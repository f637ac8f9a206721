package org.panbao.intake.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.panbao.intake.csv.CsvFixtures.Opened;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.JsonNode;

/** What is read of files that are whole, and where findings on plans are placed. */
class PlanFilesTest {

    private static final Charset GB18030 = Charset.forName("GB18030");

    @Test
    void aPlanOfTwoTablesIsRead() {
        ImportedPlan plan = CsvFixtures.openTables(Map.of()).plan("K1");

        assertThat(plan.isRead()).isTrue();
        assertThat(plan.rows()).isEqualTo(2);
        assertThat(plan.file() + " " + plan.row()).isEqualTo("plans.csv 2");
        assertThat(CsvFixtures.document(plan).at("/insureds/0/name").asString()).isEqualTo("示例软件有限公司");
        assertThat(CsvFixtures.document(plan).at("/formatVersion").asString()).isEqualTo("1");
        assertThat(CsvFixtures.document(plan).path("security").isObject()).isTrue();
    }

    private static final String ONE_LINE_HEADER = CsvFixtures.PLANS_HEADER.replace("plan,", "")
            + ",insureds.insuredId,insureds.relationship,insureds.name,insureds.creditCode,insureds.region,"
            + "insureds.industry,informatization.systems.name\r\n";
    private static final String ONE_LINE =
            CsvFixtures.planLine("").substring(1) + ",I1,SELF,示例软件有限公司,91350100M000100Y43,350100,6513,\r\n";

    /** The one insured in columns of the plan, the key left out. */
    @Test
    void onePlanWithOneInsuredNeedsOneLine() {
        ImportedPlan plan =
                CsvFixtures.open(bytes(ONE_LINE_HEADER + ONE_LINE), "plans.csv").plan("");

        assertThat(CsvFixtures.document(plan).at("/insureds")).hasSize(1);
        assertThat(CsvFixtures.document(plan).at("/informatization/systems").isMissingNode())
                .isTrue();
    }

    @Test
    void findingsOnAnItemInThePlansLineStandInItsColumns() {
        String line = ONE_LINE.replace(",6513,", ",,官网");

        assertThat(CsvFixtures.errors(CsvFixtures.open(bytes(ONE_LINE_HEADER + line), "plans.csv")
                        .plan("")))
                .containsExactlyInAnyOrder(
                        "plans.csv 2 insureds.industry missing-field",
                        "plans.csv 2 informatization.systems.systemId missing-field",
                        "plans.csv 2 informatization.systems.kind missing-field",
                        "plans.csv 2 informatization.systems.hosting missing-field",
                        "plans.csv 2 informatization.systems.internetFacing missing-field",
                        "plans.csv 2 informatization.systems.importance missing-field");
    }

    @Test
    void findingsStandAtFileRowAndColumn() {
        Opened opened = CsvFixtures.openTables(Map.of(
                "insureds",
                CsvFixtures.INSUREDS_HEADER + "\r\n#note,,,,,,\r\n"
                        + CsvFixtures.insuredLine("K1").replace(",350100,", ",999900,") + "\r\n",
                "answers",
                "plan,questionId,state,value\r\nK1,Q-NONE,是,\r\n",
                "covers",
                "plan,item,limitCny\r\nK1,P99,1\r\n",
                "scenarios",
                "plan,value\r\nK1,RANSOMWARE\r\nK1,勒索\r\n"));

        assertThat(CsvFixtures.errors(opened.plan("K1")))
                .containsExactlyInAnyOrder(
                        "insureds.csv 3 region region-unknown",
                        "answers.csv 2 questionId question-unknown",
                        "covers.csv 2 item wrong-format",
                        "scenarios.csv 3 value wrong-format");
        assertThat(opened.plan("K1").document()).isNull();
    }

    /** As a spreadsheet counts: a cell with line breaks is in one row, a blank row is a row. */
    @Test
    void rowsAreCountedAsASpreadsheetCounts() {
        String policies = "plan,title,reviewedOn\r\nK1,\"two\r\nlines\",2026-01-01\r\n\r\n,,\r\nK1,b,yesterday\r\n";

        assertThat(CsvFixtures.errors(
                        CsvFixtures.openTables(Map.of("policies", policies)).plan("K1")))
                .containsExactly("policies.csv 5 reviewedOn wrong-date");
    }

    @Test
    void whatIsMissingHasThePlaceWhereItWouldStand() {
        String plans = CsvFixtures.PLANS_HEADER + "\r\n" + CsvFixtures.planLine("K1") + "\r\n"
                + CsvFixtures.planLine("K2").replace(",OTHER,", ",,") + "\r\n";

        Opened opened = CsvFixtures.openTables(Map.of("plans", plans));

        assertThat(CsvFixtures.errors(opened.plan("K2")))
                .containsExactlyInAnyOrder("plans.csv 3 direction missing-field", "plans.csv 3 insureds missing-field");
    }

    @Test
    void faultsOfOnePlanDoNotTouchTheOthers() {
        String plans = CsvFixtures.PLANS_HEADER + "\r\n" + CsvFixtures.planLine("K1") + "\r\n"
                + CsvFixtures.planLine("K2").replace("SHORT", "MEDIUM") + "\r\n" + CsvFixtures.planLine("K3") + "\r\n"
                + CsvFixtures.planLine("K3") + "\r\n";
        String insureds = CsvFixtures.INSUREDS_HEADER + "\r\n" + CsvFixtures.insuredLine("K3") + "\r\n"
                + CsvFixtures.insuredLine("K2") + "\r\n"
                + CsvFixtures.insuredLine("K1") + "\r\n";

        Opened opened = CsvFixtures.openTables(Map.of("plans", plans, "insureds", insureds));

        assertThat(opened.findings()).isEmpty();
        assertThat(opened.plans()).extracting(ImportedPlan::key).containsExactly("K1", "K2", "K3");
        assertThat(opened.plan("K1").isRead()).isTrue();
        assertThat(CsvFixtures.errors(opened.plan("K2"))).containsExactly("plans.csv 3 form not-in-list");
        assertThat(CsvFixtures.errors(opened.plan("K3"))).containsExactly("plans.csv 5 plan csv-plan-line-twice");
    }

    @Test
    void rowsOfAPlanMayStandAnywhereAndKeepTheirOrder() {
        StringBuilder objects = new StringBuilder("plan,value\r\n");
        for (int i = 0; i < 50; i++) {
            objects.append("K1,a").append(i).append("\r\nK2,b").append(i).append("\r\n");
        }
        String plans = CsvFixtures.PLANS + CsvFixtures.planLine("K2") + "\r\n";
        String insureds = CsvFixtures.INSUREDS + CsvFixtures.insuredLine("K2") + "\r\n";

        Opened opened =
                CsvFixtures.openTables(Map.of("plans", plans, "insureds", insureds, "objects", objects.toString()));

        JsonNode second = CsvFixtures.document(opened.plan("K2")).at("/need/objects");
        assertThat(second).hasSize(50);
        assertThat(second.get(0).asString() + second.get(49).asString()).isEqualTo("b0b49");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "GBK"})
    void chineseIsReadInEveryCharsetThatIsTaken(String charset) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("plans.csv", CsvFixtures.PLANS.getBytes(Charset.forName(charset)));
        entries.put("insureds.csv", CsvFixtures.INSUREDS.getBytes(Charset.forName(charset)));

        Opened opened = CsvFixtures.open(CsvFixtures.zipOf(entries), "plans.zip");

        assertThat(CsvFixtures.document(opened.plan("K1")).at("/planName").asString())
                .isEqualTo("示例方案");
    }

    @Test
    void aByteOrderMarkIsPassedOver() {
        assertThat(CsvFixtures.openTables(Map.of("plans", "\uFEFF" + CsvFixtures.PLANS))
                        .plan("K1")
                        .isRead())
                .isTrue();
    }

    /** As Windows in Chinese zips: names in GBK, without the mark for UTF-8. */
    @Test
    void tablesMayBeNamedInChineseAsWindowsWritesThem() {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("plans.csv", bytes(CsvFixtures.PLANS));
        entries.put("in-latin.csv", bytes(CsvFixtures.INSUREDS));
        byte[] name = "被保险人".getBytes(GB18030);

        Opened opened = CsvFixtures.open(RawZip.namedInGbk(CsvFixtures.zipOf(entries), "in-latin", name), "plans.zip");

        assertThat(name).hasSize(8);
        assertThat(CsvFixtures.document(opened.plan("K1")).at("/insureds")).hasSize(1);
    }

    @Test
    void aSingleTableIsKnownByItsHeaderWhenItsNameSaysNothing() {
        assertThat(CsvFixtures.open(bytes(CsvFixtures.PLANS), "导出 (1).csv").plans())
                .hasSize(1);
    }

    /** As programs do that cannot know how large a zip will be. */
    @Test
    void aSmallZipInTheFormForLargeOnesIsRead() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
            zip.setUseZip64(Zip64Mode.Always);
            for (Map.Entry<String, String> table : Map.of(
                            "plans.csv", CsvFixtures.PLANS, "insureds.csv", CsvFixtures.INSUREDS)
                    .entrySet()) {
                zip.putArchiveEntry(new ZipArchiveEntry(table.getKey()));
                zip.write(bytes(table.getValue()));
                zip.closeArchiveEntry();
            }
        }

        assertThat(CsvFixtures.open(bytes.toByteArray(), "plans.zip").plan("K1").isRead())
                .isTrue();
    }

    @Test
    void whatPeopleAddIsPassedOver() {
        String plans = "plan,#remark," + CsvFixtures.PLANS_HEADER.substring(5) + "\r\n#方案编号,备注,a,b,c,d,e,f,g,h\r\n"
                + CsvFixtures.planLine("K1").replace("K1,", "K1,\"a remark, long\",") + ",,,\r\n";
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("README.txt", bytes("x"));
        entries.put("__MACOSX/._plans.csv", bytes("x"));
        entries.put(".DS_Store", bytes("x"));
        entries.put("plans.csv", bytes(plans));
        entries.put("insureds.csv", bytes(CsvFixtures.INSUREDS));

        assertThat(CsvFixtures.open(CsvFixtures.zipOf(entries), "plans.zip")
                        .plan("K1")
                        .isRead())
                .isTrue();
    }

    @Test
    void cellsBeyondTheHeaderAreAFault() {
        String plans = CsvFixtures.PLANS.replace("PRIVATE", "PRIVATE,x");

        assertThat(CsvFixtures.errors(
                        CsvFixtures.openTables(Map.of("plans", plans)).plan("K1")))
                .containsExactly("plans.csv 2  csv-cells-beyond-header");
    }

    @Test
    void aRowMayEndEarlyAsSpreadsheetsLetIt() {
        String insureds =
                CsvFixtures.INSUREDS_HEADER + ",nature,staffCount\r\n" + CsvFixtures.insuredLine("K1") + "\r\n";

        assertThat(CsvFixtures.openTables(Map.of("insureds", insureds))
                        .plan("K1")
                        .isRead())
                .isTrue();
    }

    @Test
    void aQuestionWithoutAnAnswerIsNoAnswer() {
        String answers = "plan,questionId,#question,state\r\nK1,Q-G1,text,\r\nK1,Q-G2,text,是\r\n";

        JsonNode plan = CsvFixtures.document(
                CsvFixtures.openTables(Map.of("answers", answers)).plan("K1"));

        assertThat(plan.at("/security/answers")).hasSize(1);
        assertThat(plan.at("/security/answers/0/state").asString()).isEqualTo("YES");
    }

    @ParameterizedTest
    @CsvSource({"9.14E+17,csv-key-damaged", "#N/A,csv-key-damaged"})
    void aKeyThatASpreadsheetChangedIsAFault(String key, String code) {
        Opened opened = CsvFixtures.open(bytes(CsvFixtures.PLANS.replace("K1", key)), "plans.csv");

        assertThat(CsvFixtures.errors(opened.plan(key))).contains("plans.csv 2 plan " + code);
    }

    @Test
    void aKeyTooLongIsAFault() {
        String key = "k".repeat(65);
        Opened opened = CsvFixtures.open(bytes(CsvFixtures.PLANS.replace("K1", key)), "plans.csv");

        assertThat(CsvFixtures.errors(opened.plan("k".repeat(64)))).contains("plans.csv 2 plan csv-key-unfit");
    }

    @Test
    void aPlanAboveItsBoundsIsNotRead() {
        PlanFileLimits low = new PlanFileLimits(
                DataSize.ofMegabytes(1),
                DataSize.ofMegabytes(1),
                200,
                32,
                100,
                10,
                2,
                DataSize.ofKilobytes(4),
                256,
                9999);
        byte[] threeRows = CsvFixtures.zip(Map.of("objects", "plan,value\r\nK1,a\r\n"));
        byte[] long5000 = CsvFixtures.zip(Map.of("insureds", CsvFixtures.INSUREDS.replace("I1", "I".repeat(5000))));

        for (byte[] file : List.of(threeRows, long5000)) {
            ImportedPlan plan = CsvFixtures.open(CsvFixtures.files(low), file, "plans.zip", null)
                    .plan("K1");
            assertThat(CsvFixtures.errors(plan)).containsExactly("plans.csv 2 plan csv-plan-too-large");
        }
    }

    @Test
    void faultsOfCellsBeyondThoseListedAreToldOf() {
        String covers = "plan,item,limitCny\r\n" + "K1,P11,9.1E+17\r\n".repeat(501);

        List<String> errors = CsvFixtures.errors(
                CsvFixtures.openTables(Map.of("covers", covers)).plan("K1"));

        assertThat(errors).contains("covers.csv 501 limitCny csv-number-shortened", " 0  too-many-findings");
        assertThat(errors).doesNotContain("covers.csv 502 limitCny csv-number-shortened");
    }

    @Test
    void theIdOfAPlanIsOneKeyInWhateverCase() {
        String id = "0195c5a2-7c1e-7abc-8def-0123456789ab";
        String plans = CsvFixtures.PLANS_HEADER + "\r\n" + CsvFixtures.planLine(id) + "\r\n"
                + CsvFixtures.planLine(id.toUpperCase(java.util.Locale.ROOT)) + "\r\n";

        Opened opened = CsvFixtures.open(bytes(plans), "plans.csv");

        assertThat(opened.plans()).hasSize(1);
        assertThat(CsvFixtures.errors(opened.plan(id))).contains("plans.csv 3 plan csv-plan-line-twice");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
