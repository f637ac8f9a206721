package org.panbao.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.panbao.base.Severity;

/** The plans of {@code sample-data/} are complete: nothing in them is wrong or missing. */
class SamplePlansTest {

    private static final Path FOLDER = Path.of(System.getProperty("panbao.top"), "sample-data", "plans");
    private static final PlanReader READER = new PlanReader(IntakeFixtures.RELEASE, () -> LocalDate.of(2026, 12, 1));

    @ParameterizedTest
    @MethodSource("plans")
    void nothingIsWrongOrMissing(String file) throws IOException {
        PlanReading reading = READER.read(Files.readAllBytes(FOLDER.resolve(file)));

        assertThat(reading.findings())
                .filteredOn(finding -> finding.severity() != Severity.INFO)
                // no assessment is held yet, and one plan shows how they are cited
                .filteredOn(finding -> !finding.code().equals("assessment-not-held"))
                .isEmpty();
    }

    @Test
    void everyPlanHasAnExpectedDecision() throws IOException {
        List<String> listed = rows().map(row -> row[0]).distinct().sorted().toList();

        assertThat(listed).isEqualTo(plans().sorted().toList());
    }

    /** The target mix of {@code sample-data/README.md}. */
    @Test
    void expectedDecisionsMeetTheTargetMix() throws IOException {
        List<String[]> rows = rows().toList();
        Map<String, Long> count = rows.stream().collect(Collectors.groupingBy(row -> row[2], Collectors.counting()));

        assertThat(percent(count, "ACCEPT", rows.size())).isBetween(35L, 40L);
        assertThat(percent(count, "ACCEPT_WITH_CONDITIONS", rows.size())).isBetween(25L, 30L);
        assertThat(percent(count, "REFER", rows.size())).isBetween(20L, 25L);
        assertThat(percent(count, "DECLINE", rows.size())).isBetween(10L, 15L);
    }

    private static long percent(Map<String, Long> count, String decision, int total) {
        return Math.round(100.0 * count.getOrDefault(decision, 0L) / total);
    }

    static Stream<String> plans() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .toList()
                    .stream();
        }
    }

    private static Stream<String[]> rows() throws IOException {
        return Files.readAllLines(FOLDER.resolve("EXPECTED.csv")).stream()
                .skip(1)
                .map(line -> line.split(",", 4));
    }
}
