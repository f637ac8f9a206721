package org.panbao.intake.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.panbao.base.Language;
import org.panbao.intake.IntakeFixtures;
import org.panbao.intake.csv.CsvFixtures.Opened;
import org.panbao.jobs.ItemFinding;

class PlanTemplateTest {

    private static final PlanFiles FILES = CsvFixtures.files();

    @ParameterizedTest
    @EnumSource
    void opensWellInSpreadsheets(Language language) throws IOException {
        Map<String, String> files = files(language);

        assertThat(files).hasSize(14).containsKeys("README.txt", "plans.csv", "covers.csv");
        assertThat(files.values()).allSatisfy(text -> {
            assertThat(text).startsWith("\uFEFF").endsWith("\r\n");
            assertThat(text.replace("\r\n", "")).doesNotContain("\n", "\r");
        });
    }

    @Test
    void saysInEachLanguageWhatTheColumnsAre() throws IOException {
        String[] zh = files(Language.ZH).get("insureds.csv").split("\r\n");
        String[] en = files(Language.EN).get("insureds.csv").split("\r\n");

        assertThat(zh[0]).startsWith("\uFEFFplan,insuredId,relationship,name,creditCode");
        assertThat(zh[0]).isEqualTo(en[0]);
        assertThat(zh[1]).startsWith("#方案编号,被保险人编号,与投保人的关系,被保险人名称");
        assertThat(en[1]).startsWith("#key of the plan,id of the insured,relationship to the policyholder");
        assertThat(zh[2]).contains("必填 · 可填：投保人本身 / 子公司 / 分支机构 / 园区入驻企业 / 产品或服务的客户");
        assertThat(en[2])
                .contains(
                        "required · one of: The policyholder itself / Subsidiary / Branch / Tenant of the park / Customer of the product or service");
        assertThat(zh).hasSize(3);
    }

    @Test
    void listsTheCodesOfTheReleaseWithTheirNames() throws IOException {
        String scenarios = files(Language.ZH).get("scenarios.csv").split("\r\n")[2];
        String covers = files(Language.EN).get("covers.csv").split("\r\n")[2];

        assertThat(scenarios).contains("必填 · 可填：RANSOMWARE 勒索软件 / DATA_BREACH 数据泄露 / ");
        assertThat(covers).contains("required · one of: P01 Business interruption / ", "L07 ");
    }

    @ParameterizedTest
    @EnumSource
    void noHintBreaksOff(Language language) throws IOException {
        assertThat(files(language).values())
                .allSatisfy(text -> assertThat(text.split("\r\n")[2].split(","))
                        .noneMatch(hint -> hint.strip().endsWith("·") || hint.endsWith("：")));
    }

    @Test
    void asksEveryQuestionOfTheRelease() throws IOException {
        String[] lines = files(Language.ZH).get("answers.csv").split("\r\n");
        int questions = IntakeFixtures.reader().questions().questions().size();

        assertThat(lines[0]).endsWith(",#题目");
        assertThat(lines).hasSize(3 + questions);
        assertThat(lines[3]).startsWith(",Q-");
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsReadOfAnEmptyTemplate(Language language) throws IOException {
        Opened opened = CsvFixtures.open(zip(language), "template.zip");

        assertThat(opened.plans()).isEmpty();
        assertThat(opened.findings()).extracting(ItemFinding::code).containsExactly("csv-no-rows");
    }

    /** One enterprise: lines below the notes, the column with the key left empty. */
    @Test
    void aTemplateFilledInIsRead() throws IOException {
        Map<String, byte[]> filled = new LinkedHashMap<>();
        for (Map.Entry<String, String> file : files(Language.ZH).entrySet()) {
            filled.put(file.getKey(), file.getValue().getBytes(UTF_8));
        }
        filled.put("plans.csv", bytes(CsvFixtures.PLANS.replace("K1,", ",")));
        filled.put("insureds.csv", bytes(CsvFixtures.INSUREDS.replace("K1,", ",")));
        String answers = files(Language.ZH).get("answers.csv").replace("\r\n,Q-G1,,,", "\r\n,Q-G1,,是,");
        filled.put("answers.csv", bytes(answers));

        ImportedPlan plan =
                CsvFixtures.open(CsvFixtures.zipOf(filled), "plans.zip").plan("");

        assertThat(plan.isRead()).isTrue();
        assertThat(plan.rows()).isEqualTo(3);
    }

    private static byte[] zip(Language language) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        FILES.writeTemplate(language, bytes);
        return bytes.toByteArray();
    }

    private static Map<String, String> files(Language language) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(zip(language)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), UTF_8));
            }
        }
        return files;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
