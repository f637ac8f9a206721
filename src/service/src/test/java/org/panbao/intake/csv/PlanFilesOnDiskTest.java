package org.panbao.intake.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.panbao.base.Language;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;
import org.panbao.intake.IntakeFixtures;
import org.panbao.storage.TemporaryFiles;
import org.springframework.util.unit.DataSize;

/** What reading and writing leave on the disk: nothing, wherever they end. */
class PlanFilesOnDiskTest {

    private static final PlanFileLimits TEN_BYTES = new PlanFileLimits(
            DataSize.ofBytes(10), DataSize.ofMegabytes(3), 200, 4, 5, 2, 4, DataSize.ofKilobytes(1), 20, 100);

    @TempDir
    private Path folder;

    @Test
    void anExportIsAPrivateFileUpToTheSizeThatAnImportTakes() throws IOException {
        Path file = files(TEN_BYTES).export(out -> write(out, "0123456789"));

        assertThat(file).hasContent("0123456789").hasParent(folder);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void anExportAboveItIsRefusedAndRemoved() {
        assertThatThrownBy(() -> files(TEN_BYTES).export(out -> write(out, "0123456789+")))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.code()).isEqualTo(ProblemCode.EXPORT_TOO_LARGE);
                    assertThat(problem.values()).containsEntry("unit", "bytes").containsEntry("limit", "10");
                });
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void anExportThatBreaksIsRemoved() {
        assertThatThrownBy(() -> files(CsvFixtures.LIMITS).export(out -> {
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void tablesAreInAPrivateFolderThatGoesWithTheirWriter() throws IOException {
        try (PlanFileWriter writer = files(CsvFixtures.LIMITS).writer(Language.EN)) {
            writer.add("K1", IntakeFixtures.document("full"));
            assertThat(folder).isDirectoryRecursivelyContaining("glob:**/tables-*/plans.csv");
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void rowsOfAFileThatIsReadGoWithIt() throws IOException {
        Path file = Files.writeString(folder.resolveSibling(folder.getFileName() + ".csv"), CsvFixtures.PLANS);
        try (ImportedPlans plans = files(CsvFixtures.LIMITS).open(file, "plans.csv", null)) {
            assertThat(plans.count()).isEqualTo(1);
        } finally {
            Files.delete(file);
        }
        assertThat(folder).isEmptyDirectory();
    }

    /** As a job does that was interrupted. */
    @Test
    void readingGoesOnAfterThePlansThatWereReadBefore() throws IOException {
        String lines = Stream.of("K1", "K2", "K3").map(CsvFixtures::planLine).collect(Collectors.joining("\r\n"));
        Path file = Files.writeString(
                folder.resolveSibling(folder.getFileName() + ".csv"), CsvFixtures.PLANS_HEADER + "\r\n" + lines);
        try (ImportedPlans plans = files(CsvFixtures.LIMITS).open(file, "plans.csv", null)) {
            assertThat(plans.from(1)).toIterable().extracting(ImportedPlan::key).containsExactly("K2", "K3");
            assertThat(plans.from(3)).isExhausted();
            assertThat(plans).extracting(ImportedPlan::key).containsExactly("K1", "K2", "K3");
        } finally {
            Files.delete(file);
        }
    }

    private PlanFiles files(PlanFileLimits limits) {
        return new PlanFiles(IntakeFixtures.reader(), IntakeFixtures.RELEASE, limits, TemporaryFiles.in(folder));
    }

    private static void write(OutputStream out, String text) {
        try {
            out.write(text.getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
