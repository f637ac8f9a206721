package org.panbao.intake.csv;

import java.nio.charset.Charset;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens CSV files of plans and zips of such files. Stores nothing; safe for many threads. */
@Component
public class PlanFiles {

    /**
     * Goes through the whole file once and gives its plans. Faults are findings, never exceptions; only a disk that
     * fails throws {@link java.io.UncheckedIOException}.
     *
     * @param file what was sent: one CSV file or a zip, told apart by its first bytes
     * @param fileName its name as the sender gave it; names the table of a single CSV file and stands in findings
     * @param charset UTF-8 or GB18030 when the sender named it, null to detect it
     */
    public ImportedPlans open(Path file, String fileName, @Nullable Charset charset) {
        throw new UnsupportedOperationException("not built yet: " + file + fileName + charset);
    }
}
