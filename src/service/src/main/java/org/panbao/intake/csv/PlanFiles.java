package org.panbao.intake.csv;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Language;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;
import org.panbao.intake.PlanReader;
import org.panbao.intake.parse.Excerpt;
import org.panbao.intake.parse.PlanSchema;
import org.panbao.rulebook.ReferenceCodes;
import org.panbao.rulebook.ReleaseFiles;
import org.panbao.storage.TemporaryFiles;

/** Opens CSV files of plans and zips of such files. Stores nothing; safe for many threads. */
public final class PlanFiles {

    private final PlanReader reader;
    private final ImportChecks checks;
    private final PlanFileLimits limits;
    private final TemporaryFiles temporary;
    private final TableLayout layout;

    /** Files whose plans {@code reader} checks, with the code lists of {@code release}. */
    public PlanFiles(PlanReader reader, ReleaseFiles release, PlanFileLimits limits, TemporaryFiles temporary) {
        this.reader = reader;
        this.layout = new TableLayout(PlanSchema.load().tree(), ListedCodes.read(release));
        this.checks = new ImportChecks(reader, ReferenceCodes.read(release), layout);
        this.limits = limits;
        this.temporary = temporary;
    }

    /**
     * Goes through the whole file once and gives its plans. Faults are findings, never exceptions; only a disk that
     * fails throws {@link UncheckedIOException}.
     *
     * @param file what was sent: one CSV file or a zip, told apart by its first bytes; a workbook by its name too
     * @param fileName its name as the sender gave it; names the table of a single CSV file and stands in findings
     * @param charset UTF-8 or GB18030 (GBK, GB2312) when the sender named it, null to detect it
     */
    public ImportedPlans open(Path file, String fileName, @Nullable Charset charset) {
        FileFindings findings = new FileFindings(Excerpt.of(fileName));
        try {
            RowSpool spool = RowSpool.in(temporary);
            boolean kept = false;
            try {
                new Opening(findings, spool, charset).read(file, fileName);
                kept = findings.areEmpty();
            } finally {
                if (!kept) {
                    spool.close();
                }
            }
            return kept
                    ? new SpooledPlans(spool, findings.all(), new SpooledPlans.Rules(layout, checks, limits))
                    : new RefusedFile(findings.all());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A writer of plans, in the words of this language; throws {@link UncheckedIOException} when the disk fails. */
    public PlanFileWriter writer(Language language) {
        try {
            return new PlanFileWriter(layout, language, temporary.makeFolder("tables"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a zip of empty tables to fill in, with a row for each question, and a page on how to fill them in. */
    public void writeTemplate(Language language, OutputStream out) {
        try {
            new PlanTemplate(layout, reader.questions().questions(), language).writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A temporary file with what {@code writing} writes; who asks for it removes it. Throws {@link Problem}
     * EXPORT_TOO_LARGE when it is larger than a file that can be read.
     */
    public Path export(Consumer<OutputStream> writing) throws IOException {
        return temporary.make("export", file -> {
            try (OutputStream out = Files.newOutputStream(file)) {
                writing.accept(out);
            }
            requireReadable(Files.size(file));
        });
    }

    private void requireReadable(long bytes) {
        long limit = limits.maxFile().toBytes();
        if (bytes > limit) {
            throw new Problem(ProblemCode.EXPORT_TOO_LARGE, Map.of("unit", "bytes", "limit", Long.toString(limit)));
        }
    }

    /** One reading of one file. */
    private final class Opening {

        private final FileFindings findings;
        private final RowSpool spool;
        private final @Nullable Charset charset;
        private final HeaderReader headers;
        private final TableReader tables;
        private final ExpansionBudget budget = new ExpansionBudget(limits);

        Opening(FileFindings findings, RowSpool spool, @Nullable Charset charset) {
            this.findings = findings;
            this.spool = spool;
            this.charset = charset;
            this.headers = new HeaderReader(layout, findings);
            this.tables = new TableReader(headers, spool, findings, limits);
        }

        void read(Path file, String fileName) throws IOException {
            try {
                if (Files.size(file) > limits.maxFile().toBytes()) {
                    throw new FileFault(
                            "file-too-large",
                            Map.of("limit", Long.toString(limits.maxFile().toBytes())));
                }
                if (FileKind.isWorkbookName(fileName)) {
                    throw new FileFault("csv-excel-workbook");
                }
                if (kind(file) == FileKind.ZIP) {
                    readZip(file);
                } else {
                    readCsv(new CsvFile(
                            Excerpt.of(fileName), () -> new BufferedInputStream(Files.newInputStream(file))));
                }
                requireRows();
            } catch (FileFault fault) {
                findings.fault("", fault);
            }
        }

        private static FileKind kind(Path file) throws IOException {
            try (InputStream stream = Files.newInputStream(file)) {
                return FileKind.of(stream.readNBytes(FileKind.SIGNATURE_BYTES));
            }
        }

        private void readZip(Path file) throws IOException {
            try (ZipContents zip = ZipContents.open(file, limits)) {
                List<CsvFile> files = zip.files(findings);
                for (CsvFile entry : files) {
                    readEntry(entry);
                }
            }
        }

        /** A fault while unpacking is the zip's, whatever it is. */
        private void readEntry(CsvFile entry) {
            try {
                readCsv(entry);
            } catch (IOException e) {
                findings.fault(entry.name(), new FileFault("zip-damaged"));
            }
        }

        private void readCsv(CsvFile file) throws IOException {
            try {
                tables.read(budget.next(file), charset);
            } catch (FileFault fault) {
                findings.fault(file.name(), fault);
            }
        }

        private void requireRows() throws IOException {
            if (!findings.areEmpty()) {
                return;
            }
            if (!headers.hasSeenPlans()) {
                throw new FileFault("csv-plans-table-missing");
            }
            if (spool.keys().isEmpty()) {
                throw new FileFault("csv-no-rows");
            }
            StrayRows.tell(spool, findings);
        }
    }
}
