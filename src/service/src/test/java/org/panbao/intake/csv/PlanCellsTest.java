package org.panbao.intake.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.panbao.base.Severity;
import org.panbao.intake.csv.CsvFixtures.Opened;

/** How cells are read: as people write them, and never as another value than they meant. */
class PlanCellsTest {

    @Test
    void noneSaysThatAListIsEmptyAndAnEmptyCellSaysNothing() {
        Opened none = CsvFixtures.openTables(Map.of("plans", withColumn("security.incidents", "无")));
        Opened nothing = CsvFixtures.openTables(Map.of("plans", withColumn("security.incidents", "")));
        Opened other = CsvFixtures.openTables(Map.of("plans", withColumn("security.incidents", "两次")));

        assertThat(CsvFixtures.document(none.plan("K1"))
                        .at("/security/incidents")
                        .isArray())
                .isTrue();
        assertThat(CsvFixtures.document(nothing.plan("K1"))
                        .at("/security/incidents")
                        .isMissingNode())
                .isTrue();
        assertThat(CsvFixtures.errors(other.plan("K1")))
                .containsExactly("plans.csv 2 security.incidents csv-none-expected");
    }

    @Test
    void noneBesideRowsIsContradicted() {
        Opened opened = CsvFixtures.openTables(
                Map.of("plans", withColumn("need.objects", "none"), "objects", "plan,value\r\nK1,官网\r\n"));

        assertThat(CsvFixtures.errors(opened.plan("K1")))
                .containsExactly("plans.csv 2 need.objects csv-none-contradicted");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "form|简版问卷|",
                "form|普惠产品的简版问卷|/form SHORT",
                "form|short|/form SHORT",
                "policyholder.nature|民营企业|/policyholder/nature PRIVATE",
                "policyholder.nature|State owned|/policyholder/nature STATE_OWNED",
                "policyholder.founded|2020/3/1|/policyholder/founded 2020-03-01",
                "policyholder.founded|2020年3月1日|/policyholder/founded 2020-03-01",
                "policyholder.founded|2020.12.31|/policyholder/founded 2020-12-31",
                "policyholder.founded|２０２０－０３－０１|/policyholder/founded 2020-03-01",
                "policyholder.founded|2020/3/1 0:00:00|/policyholder/founded 2020-03-01",
                "policyholder.registeredCapitalCny|52,000,000.00|/policyholder/registeredCapitalCny 52000000.00",
                "policyholder.registeredCapitalCny|５２００|/policyholder/registeredCapitalCny 5200",
                "security.staff.fullTime|1,200|/security/staff/fullTime 1200",
                "need.instalments|是|/need/instalments true",
                "need.instalments|FALSE|/need/instalments false",
                "need.instalments|No|/need/instalments false",
                "policyholder.address|=HYPERLINK(1)|/policyholder/address =HYPERLINK(1)",
                "policyholder.address|'=HYPERLINK(1)|/policyholder/address =HYPERLINK(1)",
                "policyholder.address|''quoted|/policyholder/address 'quoted",
                "policyholder.address|'plain|/policyholder/address 'plain",
                "policyholder.address|'1E5|/policyholder/address 1E5",
                "policyholder.address|-5|/policyholder/address -5"
            })
    void cellsAreReadAsPeopleWriteThem(String column, String cell, String expected) {
        ImportedPlan plan = CsvFixtures.openTables(Map.of("plans", withColumn(column, cell)))
                .plan("K1");

        if (expected == null) {
            assertThat(CsvFixtures.errors(plan)).containsExactly("plans.csv 2 form not-in-list");
        } else {
            String[] place = expected.split(" ", 2);
            assertThat(CsvFixtures.document(plan).at(place[0]).asString()).isEqualTo(place[1]);
        }
    }

    /** What spreadsheets make of numbers and dates, and amounts in other units: never another value in silence. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "policyholder.creditCode|9.1350E+17|csv-number-shortened",
                "policyholder.creditCode|914403001922038000|csv-digits-lost",
                "policyholder.address|1E+05|csv-number-shortened",
                "policyholder.address|#REF!|csv-spreadsheet-error",
                "policyholder.address|########|csv-spreadsheet-error",
                "policyholder.founded|3/1/2020|csv-date-order",
                "policyholder.founded|01-03-20|csv-date-order",
                "policyholder.founded|43891|csv-date-number",
                "policyholder.founded|2020/3/1 8:30|wrong-date",
                "policyholder.founded|2020-02-30|wrong-date",
                "policyholder.registeredCapitalCny|520万|wrong-format",
                "policyholder.registeredCapitalCny|￥520|wrong-format",
                "policyholder.registeredCapitalCny|52,00|wrong-format",
                "policyholder.registeredCapitalCny|5.2E+07|csv-number-shortened",
                "policyholder.region|35010|wrong-format",
                "security.staff.fullTime|1.5|wrong-type-integer",
                "need.instalments|1|wrong-type-boolean"
            })
    void cellsThatAreNotClearAreFaults(String column, String cell, String code) {
        ImportedPlan plan = CsvFixtures.openTables(Map.of("plans", withColumn(column, cell)))
                .plan("K1");

        assertThat(CsvFixtures.errors(plan))
                .filteredOn(error -> error.startsWith("plans.csv"))
                .containsExactly("plans.csv 2 " + column + " " + code);
        assertThat(plan.isRead()).isFalse();
    }

    /** 0111 (rice) without its zero is 111 (coal support), which is a code as well. */
    @Test
    void anIndustryCodeThatMayHaveLostItsZeroIsTold() {
        String insureds = CsvFixtures.INSUREDS.replace("6513", "111");
        ImportedPlan plan = CsvFixtures.openTables(Map.of("insureds", insureds)).plan("K1");

        assertThat(plan.findings())
                .filteredOn(finding -> finding.code().equals("csv-leading-zero-lost"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
                    assertThat(finding.file() + finding.row() + finding.column())
                            .isEqualTo("insureds.csv2industry");
                });
        assertThat(plan.isRead()).isTrue();
    }

    /** 0.35 is what is left of 35% when its format is lost; with the sign, or above 1, nothing is in doubt. */
    @ParameterizedTest
    @CsvSource({
        "0.35,0.35,true",
        "1,1,true",
        "1.00,1.00,true",
        ".5,.5,true",
        "０.35,0.35,true",
        "0.35%,0.35,false",
        "35,35,false",
        "1.01,1.01,false",
        "0,0,false",
        "0.0,0.0,false"
    })
    void aPercentThatMayBeAFractionIsTold(String cell, String read, boolean isTold) {
        String insureds = CsvFixtures.INSUREDS_HEADER + ",grossMarginPercent\r\n" + CsvFixtures.insuredLine("K1") + ","
                + cell + "\r\n";
        ImportedPlan plan = CsvFixtures.openTables(Map.of("insureds", insureds)).plan("K1");

        assertThat(plan.findings().stream()
                        .filter(finding -> finding.code().equals("csv-percent-fraction"))
                        .map(finding -> finding.severity() + finding.file() + finding.row() + finding.column())
                        .toList())
                .isEqualTo(isTold ? List.of("WARNINGinsureds.csv2grossMarginPercent") : List.of());
        if (!read.startsWith(".")) {
            assertThat(CsvFixtures.document(plan)
                            .at("/insureds/0/grossMarginPercent")
                            .asString())
                    .isEqualTo(read);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "need.instalments",
        "policyholder.founded",
        "policyholder.registeredCapitalCny",
        "security.staff.fullTime"
    })
    void spacesThatNobodySeesSayNothing(String column) {
        for (String cell : List.of("\u00A0", "\u200B", "\u3000 \u00A0", "\uFEFF")) {
            assertThat(CsvFixtures.openTables(Map.of("plans", withColumn(column, cell)))
                            .plan("K1")
                            .isRead())
                    .isTrue();
        }
    }

    @Test
    void anErrorIsToldHoweverManyWarningsThereAre() {
        String products = "plan,coveragePercent,kind,name\r\n" + "K1,0.9,FIREWALL,x\r\n".repeat(499)
                + "K1,0.9,FIREWALL,1E+05\r\n";
        Opened opened = CsvFixtures.openTables(Map.of("products", products));

        assertThat(opened.plan("K1").findings())
                .filteredOn(finding -> finding.code().equals("csv-percent-fraction"))
                .hasSize(500);
        assertThat(CsvFixtures.errors(opened.plan("K1"))).containsExactly("products.csv 501 name csv-number-shortened");
    }

    private static String withColumn(String column, String cell) {
        List<String> header = List.of(CsvFixtures.PLANS_HEADER.split(","));
        String[] cells = CsvFixtures.planLine("K1").split(",");
        String quoted = "\"" + cell.replace("\"", "\"\"") + "\"";
        int at = header.indexOf(column);
        if (at >= 0) {
            cells[at] = quoted;
            return CsvFixtures.PLANS_HEADER + "\r\n" + String.join(",", cells) + "\r\n";
        }
        return CsvFixtures.PLANS_HEADER + "," + column + "\r\n" + String.join(",", cells) + "," + quoted + "\r\n";
    }
}
