package org.panbao.intake.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.panbao.base.Severity;
import org.panbao.base.Text;
import org.panbao.intake.csv.CsvFixtures.Opened;
import org.panbao.jobs.ItemFinding;
import tools.jackson.databind.JsonNode;

/** Tables speak as people do: titles, names of codes, and findings without a word of JSON. */
class CellWordsTest {

    @Test
    void codesOfTheReleaseAreReadByTheirNames() {
        Opened opened = CsvFixtures.openTables(Map.of(
                "scenarios",
                "plan,value\r\nK1,勒索软件\r\nK1,data breach\r\nK1,OT_ATTACK\r\n",
                "covers",
                "plan,item\r\nK1,营业中断损失\r\nK1,Data restoration\r\nK1,l07\r\n"));

        JsonNode need = CsvFixtures.document(opened.plan("K1")).path("need");
        assertThat(need.path("scenarios").toString()).isEqualTo("[\"RANSOMWARE\",\"DATA_BREACH\",\"OT_ATTACK\"]");
        assertThat(need.path("covers").toString())
                .isEqualTo("[{\"item\":\"P01\"},{\"item\":\"P03\"},{\"item\":\"L07\"}]");
    }

    @Test
    void anUnknownScenarioIsAFaultThatListsTheNames() {
        ItemFinding finding = only(CsvFixtures.openTables(Map.of("scenarios", "plan,value\r\nK1,RANSOM\r\n")));

        assertThat(finding.code()).isEqualTo("scenario-unknown");
        assertThat(finding.message().zh()).contains("“RANSOM”", "RANSOMWARE 勒索软件 / DATA_BREACH 数据泄露");
        assertThat(finding.message().en()).contains("\"RANSOM\"", "RANSOMWARE Ransomware / DATA_BREACH Data breach");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "systems|internetFacing|Y|填：是 或 否|yes or no",
                "systems|tolerableOutageHours|三|小时数|Hours",
                "systems|gradedProtection.level|三级|应填整数|a whole number",
                "insureds|staffCount|1234人|应填整数|a whole number",
                "insureds|relationship|本人|投保人本身 / 子公司|The policyholder itself / Subsidiary",
                "covers|item|P99|P01 营业中断损失|P01 Business interruption"
            })
    void cellsAreSpokenOfAsTheTemplatesDo(String table, String column, String cell, String zh, String en) {
        String plain = table.equals("insureds")
                ? CsvFixtures.INSUREDS_HEADER + "\r\n" + CsvFixtures.insuredLine("K1") + "\r\n"
                : table.equals("systems")
                        ? "plan,systemId,name,kind,hosting,internetFacing,importance\r\nK1,S1,x,其他,自建,是,核心\r\n"
                        : "plan,item\r\nK1,P01\r\n";
        String[] lines = plain.split("\r\n");
        List<String> header = List.of(lines[0].split(","));
        String[] cells = lines[1].split(",");
        boolean has = header.contains(column);
        if (has) {
            cells[header.indexOf(column)] = cell;
        }
        String text = lines[0] + (has ? "" : "," + column) + "\r\n" + String.join(",", cells) + (has ? "" : "," + cell);

        Opened opened = CsvFixtures.openTables(Map.of(table, text + "\r\n"));
        assertThat(opened.plan("K1").findings())
                .filteredOn(finding -> finding.column().equals(column) && finding.severity() == Severity.ERROR)
                .extracting(ItemFinding::message)
                .singleElement()
                .satisfies(message -> {
                    assertThat(message.zh()).contains(zh).doesNotContain("true", "引号", "{", "SELF");
                    assertThat(message.en()).contains(en).doesNotContain("true", "quotes", "{", "SELF");
                });
    }

    @Test
    void whatStandsTwiceIsToldByFileAndRow() {
        ItemFinding finding = only(CsvFixtures.openTables(
                Map.of("answers", "plan,questionId,state\r\nK1,Q-G1,是\r\nK1,Q-G2,否\r\nK1,Q-G1,否\r\n")));

        assertThat(finding.row()).isEqualTo(4);
        assertThat(finding.message())
                .isEqualTo(new Text(
                        "Q-G1 对同一被保险人回答了两次，首次在 answers.csv 第 2 行。",
                        "Q-G1 is answered twice for the same insured; first at answers.csv, row 2."));
    }

    @Test
    void titlesOfTheTemplatesAreTheirColumns() {
        String[] names = CsvFixtures.PLANS_HEADER.split(",");
        for (boolean chinese : List.of(true, false)) {
            for (String mark : List.of("", "#")) {
                Table plans = CsvFixtures.layout().tables().get(0);
                StringBuilder header = new StringBuilder(mark + (chinese ? "方案编号" : "Key of the plan"));
                for (int i = 1; i < names.length; i++) {
                    Text title = plans.known().get(names[i]).title();
                    header.append(',').append(chinese ? title.zh() : title.en());
                }
                String file = header + "\r\n" + CsvFixtures.planLine("K1") + "\r\n";

                Opened opened = CsvFixtures.openTables(Map.of("plans", file));
                assertThat(opened.findings()).isEmpty();
                assertThat(opened.plan("K1").isRead()).isTrue();
            }
        }
    }

    /** As spreadsheets leave them: no name and nothing below it, at the end and in between. */
    @Test
    void columnsBlankAllTheWayDownArePassedOver() {
        String text = CsvFixtures.PLANS_HEADER.replace(",form", ", ,form") + ",,\r\n#a note,x,,,,,,,,,x\r\n"
                + CsvFixtures.planLine("K1").replace(",SHORT", ",,SHORT") + ",, \r\n";
        byte[] zip = CsvFixtures.zip(Map.of("plans", text));

        assertThat(CsvFixtures.open(zip, "plans.zip").plan("K1").isRead()).isTrue();
        assertThat(CsvFixtures.open(text.getBytes(UTF_8), "plans.csv").findings())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "(5)",
                "` 12`",
                "1 1/2",
                ".5",
                "false",
                "TRUE",
                "５",
                "２０２６年３月１日",
                "DEC-1",
                "may 5",
                "0012",
                "+5",
                "$5",
                "3-1",
                "123456789012"
            })
    void aTextThatASpreadsheetWouldChangeBearsTheMark(String text) {
        Column column = CsvFixtures.layout().tables().get(0).known().get("policyholder.address");

        assertThat(CellText.marked(column, text)).isEqualTo("'" + text);
        assertThat(CellText.isMarked(column, "'" + text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0", "5", "440300", "12345678901", "Decor 5", "trueish", "P01", "一二三"})
    void aTextThatStaysAsItIsBearsNone(String text) {
        Column column = CsvFixtures.layout().tables().get(0).known().get("policyholder.address");

        assertThat(CellText.marked(column, text)).isEqualTo(text);
    }

    private static ItemFinding only(Opened opened) {
        return opened.plan("K1").findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .reduce((one, other) -> {
                    throw new AssertionError(one + " and " + other);
                })
                .orElseThrow();
    }
}
