package org.panbao.intake.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.panbao.intake.IntakeFixtures;
import org.panbao.rulebook.Question;

/** Large files and bombs are read by a process with a heap far smaller than they are. */
class PlanFilesMemoryTest {

    private static final String HEAP = "-Xmx96m";
    private static final int ENTERPRISES = 10_000;
    private static final int ANSWERS = 100;

    @TempDir
    private Path folder;

    @Test
    void aBombOfOneGigabyteIsRefusedInASmallHeap() throws Exception {
        Path bomb = folder.resolve("bomb.zip");
        Files.write(bomb, BrokenPlanFiles.bomb("covers.csv", 1024));

        assertThat(Files.size(bomb)).isLessThan(2_000_000);
        assertThat(probe(bomb, 1)).containsExactly("covers.csv zip-ratio", "plans 0, read 0 with 0 answers");
    }

    /** A million answers, sorted by question and not by plan, so that rows of one plan are as far apart as can be. */
    @Test
    void tenThousandEnterprisesAreOpenedInASmallHeap() throws Exception {
        Path zip = folder.resolve("plans.zip");
        writeBook(zip);

        assertThat(probe(zip, 200))
                .containsExactly("plans " + ENTERPRISES + ", read 200 with " + 200 * ANSWERS + " answers");
    }

    private static void writeBook(Path path) throws IOException {
        List<String> questions = IntakeFixtures.reader().questions().questions().stream()
                .map(Question::id)
                .limit(ANSWERS)
                .toList();
        assertThat(questions).hasSize(ANSWERS);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(path));
                Writer text = new BufferedWriter(new OutputStreamWriter(zip, UTF_8))) {
            begin(zip, text, "plans.csv", CsvFixtures.PLANS_HEADER);
            for (int i = 0; i < ENTERPRISES; i++) {
                text.write(CsvFixtures.planLine("K" + i) + "\r\n");
            }
            begin(zip, text, "insureds.csv", CsvFixtures.INSUREDS_HEADER);
            for (int i = 0; i < ENTERPRISES; i++) {
                text.write(CsvFixtures.insuredLine("K" + i) + "\r\n");
            }
            begin(zip, text, "answers.csv", "plan,questionId,state,evidence,note");
            for (String question : questions) {
                for (int i = 0; i < ENTERPRISES; i++) {
                    text.write("K" + i + "," + question + ",是,自述," + (i * 31L + question.hashCode()) + "\r\n");
                }
            }
        }
    }

    private static void begin(ZipOutputStream zip, Writer text, String name, String header) throws IOException {
        text.flush();
        zip.putNextEntry(new ZipEntry(name));
        text.write(header + "\r\n");
    }

    private static List<String> probe(Path file, int plans) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-Dpanbao.top=" + System.getProperty("panbao.top"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        MemoryProbe.class.getName(),
                        file.toString(),
                        Integer.toString(plans))
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output.lines().toList();
    }
}
