package org.panbao.jobs.csv;

import com.opencsv.CSVWriterBuilder;
import com.opencsv.ICSVWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.panbao.base.Language;
import org.panbao.base.Messages;
import org.panbao.base.Severity;
import org.panbao.base.SpreadsheetFormula;
import org.panbao.jobs.DoneItem;
import org.panbao.jobs.ItemFinding;
import org.panbao.jobs.JobSettings;
import org.panbao.jobs.store.JobItemStore;
import org.panbao.storage.TemporaryFiles;
import org.springframework.stereotype.Component;

/**
 * The errors and warnings of a job as CSV that spreadsheets open well: UTF-8 with a byte order mark, CRLF, every cell
 * quoted, and nothing that a spreadsheet would take for a formula.
 */
@Component
public final class ErrorFile {

    private static final char BYTE_ORDER_MARK = '\ufeff';
    private static final int PIECE = 500;

    private final JobItemStore items;
    private final JobSettings settings;
    private final TemporaryFiles files;
    private final Messages messages = Messages.of(ErrorFile.class, "jobs");

    ErrorFile(JobItemStore items, JobSettings settings, TemporaryFiles files) {
        this.items = items;
        this.settings = settings;
        this.files = files;
    }

    /**
     * A temporary file with them, its texts in one language; who asks for it removes it. All errors come first; after as
     * many warnings as the settings allow it says so.
     */
    public Path make(UUID jobId, Language language) throws IOException {
        return files.make("errors", file -> {
            try (OutputStream output = Files.newOutputStream(file)) {
                write(jobId, language, output);
            }
        });
    }

    void write(UUID jobId, Language language, OutputStream output) throws IOException {
        Writer text = new OutputStreamWriter(output, StandardCharsets.UTF_8);
        text.append(BYTE_ORDER_MARK);
        ICSVWriter csv = new CSVWriterBuilder(text)
                .withLineEnd(ICSVWriter.RFC4180_LINE_END)
                .build();
        csv.writeNext(new String[] {"item", "accepted", "file", "row", "column", "severity", "code", "message"});
        Lines lines = new Lines(jobId, language, csv);
        lines.write(Severity.ERROR, Long.MAX_VALUE);
        if (!lines.write(Severity.WARNING, settings.errorRows())) {
            ItemFinding more = ItemFinding.of(Severity.WARNING, "more-findings", messages.text("more-findings"));
            csv.writeNext(row("", "", more, language));
        }
        if (csv.checkError()) {
            throw new IOException("errors of job " + jobId, csv.getException());
        }
    }

    /** Findings of all items of a job as lines of one file. */
    private final class Lines {

        private final UUID jobId;
        private final Language language;
        private final ICSVWriter csv;

        Lines(UUID jobId, Language language, ICSVWriter csv) {
            this.jobId = jobId;
            this.language = language;
            this.csv = csv;
        }

        /** Writes those of a severity, at most so many; false when there are more. */
        boolean write(Severity severity, long most) {
            long left = most;
            List<DoneItem> piece = items.from(jobId, 0, PIECE);
            while (!piece.isEmpty()) {
                for (DoneItem item : piece) {
                    List<ItemFinding> found = item.outcome().findings().stream()
                            .filter(finding -> finding.severity() == severity)
                            .toList();
                    found.stream().limit(left).forEach(finding -> write(item, finding));
                    if (found.size() > left) {
                        return false;
                    }
                    left -= found.size();
                }
                piece = items.from(jobId, piece.get(piece.size() - 1).position() + 1, PIECE);
            }
            return true;
        }

        private void write(DoneItem item, ItemFinding finding) {
            csv.writeNext(row(item.key(), Boolean.toString(item.outcome().accepted()), finding, language));
        }
    }

    private static String[] row(String key, String accepted, ItemFinding finding, Language language) {
        String row = finding.row() == 0 ? "" : Integer.toString(finding.row());
        return new String[] {
            asText(key),
            accepted,
            asText(finding.file()),
            row,
            asText(finding.column()),
            finding.severity().name(),
            finding.code(),
            asText(language.of(finding.message()))
        };
    }

    /** An apostrophe in front keeps a spreadsheet from reading a text as a formula. */
    private static String asText(String cell) {
        return SpreadsheetFormula.begins(cell) ? "'" + cell : cell;
    }
}
