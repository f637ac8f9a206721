package org.panbao.intake.csv;

import java.nio.file.Path;
import org.panbao.base.Severity;

/** Opens a file in a process of its own, whose heap the test bounds, and prints what came of it. */
final class MemoryProbe {

    private MemoryProbe() {}

    /** Arguments: the file, and how many plans to read of it. */
    public static void main(String[] arguments) {
        int wanted = Integer.parseInt(arguments[1]);
        try (ImportedPlans plans = CsvFixtures.files().open(Path.of(arguments[0]), "plans.zip", null)) {
            int read = 0;
            int answers = 0;
            for (ImportedPlan plan : plans) {
                if (read == wanted) {
                    break;
                }
                read++;
                answers += plan.rows() - 2;
                plan.findings().stream()
                        .filter(finding -> finding.severity() == Severity.ERROR)
                        .forEach(System.out::println);
            }
            plans.findings().forEach(finding -> System.out.println(finding.file() + " " + finding.code()));
            System.out.println("plans " + plans.count() + ", read " + read + " with " + answers + " answers");
        }
    }
}
