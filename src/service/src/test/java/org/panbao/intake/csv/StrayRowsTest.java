package org.panbao.intake.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.panbao.base.Severity;
import org.panbao.intake.csv.CsvFixtures.Opened;
import org.panbao.jobs.ItemFinding;

/** Rows that belong to no plan, or that are passed over as notes: none is lost without a word. */
class StrayRowsTest {

    private static final String OBJECTS = "plan,value\r\n";

    /** As of merged cells, of which only the first keeps its content; also where nothing is seen but no-break spaces. */
    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00A0", "\u3000\u00A0"})
    void rowsWithoutAKeyRefuseTheFile(String blank) {
        String objects = "\uFEFF" + OBJECTS + "K1,a\r\n" + (blank + ",b\r\n").repeat(3) + "K1,c\r\n" + blank + ",d\r\n";
        String covers = "\uFEFFplan,item,limitCny\r\nK1,P11,1\r\n" + blank + ",P12,1\r\n";

        Opened opened = CsvFixtures.openTables(Map.of("objects", objects, "covers", covers));

        assertThat(opened.plans()).isEmpty();
        assertThat(found(opened))
                .containsExactlyInAnyOrder(
                        "objects.csv 3 plan csv-key-missing 3-5, 7 (4 ", "covers.csv 3 plan csv-key-missing 3 (1 ");
    }

    @Test
    void aPlanWithoutAKeyStandsAlone() {
        String plans = CsvFixtures.PLANS + CsvFixtures.planLine("") + "\r\n";

        assertThat(found(CsvFixtures.openTables(Map.of("plans", plans))))
                .containsExactly("plans.csv 3 plan csv-key-missing 3 (1 ");
    }

    @Test
    void aTableWithoutTheColumnIsOfNoPlanThatHasAKey() {
        assertThat(found(CsvFixtures.openTables(Map.of("objects", "value\r\na\r\nb\r\n"))))
                .containsExactly("objects.csv 2 plan csv-key-missing 2-3 (2 ");
    }

    @Test
    void rowsOfAKeyThatIsNoPlansRefuseTheFile() {
        String objects = OBJECTS + "K1,a\r\nK11,b\r\nK1,c\r\nK11,d\r\n合计,e\r\n";
        String insureds = CsvFixtures.INSUREDS + CsvFixtures.insuredLine("K11") + "\r\n";

        Opened opened = CsvFixtures.openTables(Map.of("objects", objects, "insureds", insureds));

        assertThat(opened.plans()).isEmpty();
        assertThat(found(opened))
                .containsExactlyInAnyOrder(
                        "insureds.csv 3 plan csv-plan-line-missing 3 (1 ",
                        "objects.csv 3 plan csv-plan-line-missing 3, 5 (2 ",
                        "objects.csv 6 plan csv-plan-line-missing 6 (1 ");
        assertThat(opened.findings()).anyMatch(finding -> finding.message().zh().contains("“合计”"));
    }

    @Test
    void manyRunsAreCountedAndTheLastIsNamed() {
        String objects = OBJECTS + "K1,a\r\nK2,b\r\n".repeat(1000);

        assertThat(found(CsvFixtures.openTables(Map.of("objects", objects))))
                .singleElement()
                .asString()
                .startsWith("objects.csv 3 plan csv-plan-line-missing 3, 5, 7,")
                .endsWith(", 41, …, 2001 (1000 ");
    }

    @Test
    void moreKeysThanAreListedAreToldOf() {
        StringBuilder objects = new StringBuilder(OBJECTS);
        for (int i = 0; i < 600; i++) {
            objects.append('X').append(i).append(",a\r\n");
        }

        List<ItemFinding> findings =
                CsvFixtures.openTables(Map.of("objects", objects.toString())).findings();

        assertThat(findings).hasSize(501);
        assertThat(findings.get(500).code()).isEqualTo("too-many-findings");
        assertThat(findings.get(500).file()).isEqualTo("plans.zip");
    }

    /** The rows of a plan whose key begins with the mark of notes are told of, in all its tables. */
    @Test
    void notesWithDataInThemAreToldOfAndSkipped() {
        String plans = CsvFixtures.PLANS_HEADER + "\r\n#remark,,,,,,,,\r\n#备注,甲,乙,丙,丁,戊,己,庚,辛\r\n"
                + CsvFixtures.planLine("K1") + "\r\n" + CsvFixtures.planLine("#2") + "\r\n";
        String insureds = CsvFixtures.INSUREDS + CsvFixtures.insuredLine("#2") + "\r\n";

        Opened opened = CsvFixtures.openTables(Map.of("plans", plans, "insureds", insureds));

        assertThat(opened.findings()).isEmpty();
        assertThat(opened.plan("K1").isRead()).isTrue();
        assertThat(opened.plan("K1").findings())
                .filteredOn(finding -> finding.code().equals("csv-note-filled"))
                .allMatch(finding -> finding.severity() == Severity.WARNING)
                .extracting(finding -> finding.file() + " " + finding.row())
                .containsExactly("plans.csv 5", "insureds.csv 3");
    }

    @Test
    void notesWithDataAreToldOfAlsoWhenNothingElseIsThere() {
        Map<String, byte[]> tables = new LinkedHashMap<>();
        tables.put("plans.csv", CsvFixtures.PLANS.replace("K1", "#1").getBytes(UTF_8));

        assertThat(CsvFixtures.open(CsvFixtures.zipOf(tables), "plans.zip").findings())
                .extracting(ItemFinding::code)
                .containsExactly("csv-no-rows", "csv-note-filled");
    }

    private static List<String> found(Opened opened) {
        return opened.findings().stream()
                .map(finding -> finding.file() + " " + finding.row() + " " + finding.column() + " " + finding.code()
                        + " " + finding.message().en().replaceAll("(?s)^.*?: (.*\\([0-9]+ ).*$", "$1"))
                .toList();
    }
}
