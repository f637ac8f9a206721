package org.panbao.intake.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.panbao.intake.csv.CsvFixtures.Opened;
import org.panbao.jobs.ItemFinding;

/** The charset is found out where it can be, and a damaged file is never read as another text than it was. */
class CharsetFoundTest {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Charset GBK = Charset.forName("GBK");
    private static final String ONE_LINE_HEADER = CsvFixtures.PLANS_HEADER + ",insureds.insuredId,"
            + "insureds.relationship,insureds.creditCode,insureds.region,insureds.industry,insureds.name\r\n";
    private static final String ONE_LINE =
            CsvFixtures.planLine("K1") + ",I1,SELF,91350100M000100Y43,350100,6513,示例软件有限公司";

    /** Each of the two could be characters of GB18030, with the comma or the line end behind it. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aCharacterCutInAFileInUtf8IsTold(int bytesCut) {
        byte[] line = (ONE_LINE_HEADER + ONE_LINE).getBytes(UTF_8);
        byte[] content = Arrays.copyOf(line, line.length - bytesCut + 2);
        content[content.length - 2] = '\r';
        content[content.length - 1] = '\n';

        assertThat(told(content)).containsExactly("csv-charset-damaged 2 O");
    }

    @Test
    void aByteOrderMarkMeansUtf8AndNothingElse() {
        byte[] gbk = CsvFixtures.PLANS.getBytes(GBK);
        byte[] marked = new byte[gbk.length + 3];
        System.arraycopy("\uFEFF".getBytes(UTF_8), 0, marked, 0, 3);
        System.arraycopy(gbk, 0, marked, 3, gbk.length);

        assertThat(told(marked)).containsExactly("csv-charset-damaged 2 C");
        assertThat(CsvFixtures.open(
                                CsvFixtures.files(), ("\uFEFF" + CsvFixtures.PLANS).getBytes(UTF_8), "plans.csv", GBK)
                        .findings())
                .extracting(ItemFinding::code)
                .containsExactly("csv-charset-differs");
    }

    /** Rows as a spreadsheet counts: the line end in the quoted cell of row 2 is none. */
    @ParameterizedTest
    @CsvSource({"UTF-8,csv-charset-differs 3 E", "GB18030,csv-charset-differs 3 E"})
    void aDeclaredCharsetThatDoesNotHoldIsToldAtItsCell(String declared, String expected) {
        String lines = CsvFixtures.planLine("K1").replace("软件,", "\"软\n件\",") + "\n"
                + CsvFixtures.planLine("K2").replace("软件,", "?,") + "\n";
        byte[] content = (CsvFixtures.PLANS_HEADER + "\n" + lines).getBytes(Charset.forName(declared));
        for (int i = 0; i < content.length; i++) {
            content[i] = content[i] == '?' ? (byte) 0xFF : content[i];
        }

        Opened opened = CsvFixtures.open(CsvFixtures.files(), content, "plans.csv", Charset.forName(declared));
        assertThat(opened.findings())
                .extracting(finding -> finding.code() + " " + finding.row() + " " + finding.column())
                .containsExactly(expected);
    }

    /** Code page 936 has the sign as the byte 0x80, which may be the second byte of a character as well. */
    @Test
    void theEuroOfWindowsIsRead() throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        String[] parts = ONE_LINE.replace("示例方案", "€亐合同€€一百").split("€", -1);
        content.writeBytes(ONE_LINE_HEADER.getBytes(GBK));
        for (int i = 0; i < parts.length; i++) {
            content.writeBytes(parts[i].getBytes(GBK));
            content.writeBytes(i < parts.length - 1 ? new byte[] {(byte) 0x80} : new byte[0]);
        }

        Opened opened = CsvFixtures.open(content.toByteArray(), "plans.csv");
        assertThat(opened.findings()).isEmpty();
        assertThat(CsvFixtures.document(opened.plan("K1")).at("/planName").asString())
                .isEqualTo("€亐合同€€一百");
        try (WindowsEuro bytes = new WindowsEuro(new java.io.ByteArrayInputStream(content.toByteArray()))) {
            ByteArrayOutputStream single = new ByteArrayOutputStream();
            for (int next = bytes.read(); next >= 0; next = bytes.read()) {
                single.write(next);
            }
            assertThat(single.toString(GB18030)).contains("€亐合同€€一百");
        }
    }

    /** Names of three characters to texts of hundreds: whatever is read is read as it was written. */
    @Test
    void textsInGbkAreFoundOutAndNeverReadAsOthers() throws IOException {
        Random random = new Random(936);
        int read = 0;
        for (int i = 0; i < 2000; i++) {
            String text = chinese(random, 3 + random.nextInt(i % 10 == 0 ? 300 : 12));
            List<String> told = charset(text.getBytes(GBK));
            assertThat(told.get(0)).as(text).isIn("GB18030", "csv-charset-unclear");
            read += told.contains("GB18030") ? 1 : 0;
            if (text.length() > 10) {
                assertThat(told).as(text).containsExactly("GB18030");
            }
        }
        assertThat(read).isGreaterThan(1900);
    }

    @Test
    void textsInUtf8WithACharacterCutAreNeverReadAsGbk() throws IOException {
        Random random = new Random(8);
        for (int i = 0; i < 2000; i++) {
            String text = chinese(random, 3 + random.nextInt(i % 10 == 0 ? 300 : 12));
            assertThat(charset(text.getBytes(UTF_8))).containsExactly("UTF-8");
            int at = random.nextInt(text.length());
            ByteArrayOutputStream cut = new ByteArrayOutputStream();
            cut.writeBytes(text.substring(0, at).getBytes(UTF_8));
            cut.write(text.substring(at, at + 1).getBytes(UTF_8), 0, 1 + random.nextInt(2));
            cut.writeBytes(text.substring(at + 1).getBytes(UTF_8));
            assertThat(charset(cut.toByteArray())).as(text).containsExactly("csv-charset-damaged");
        }
    }

    /** Of the characters of GB 2312 that are in use: its first level, a tenth of the others. */
    private static String chinese(Random random, int length) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < length; i++) {
            boolean isRare = random.nextInt(10) == 0;
            bytes.write((isRare ? 0xD8 : 0xB0) + random.nextInt(isRare ? 32 : 39));
            bytes.write(0xA1 + random.nextInt(94));
        }
        return bytes.toString(GBK);
    }

    /** The charset that is found, or the code of the fault. */
    private static List<String> charset(byte[] content) throws IOException {
        CsvFile file = new CsvFile("text.csv", () -> new java.io.ByteArrayInputStream(content));
        List<String> told = new ArrayList<>();
        try {
            told.add(TextCharset.of(file, null).name());
        } catch (FileFault fault) {
            told.add(fault.code());
        }
        return told;
    }

    private static List<String> told(byte[] content) {
        Opened opened = CsvFixtures.open(content, "plans.csv");
        assertThat(opened.plans()).isEmpty();
        return opened.findings().stream()
                .map(finding -> finding.code() + " " + finding.row() + " " + finding.column())
                .toList();
    }
}
