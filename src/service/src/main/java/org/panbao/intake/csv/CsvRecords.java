package org.panbao.intake.csv;

import com.opencsv.CSVReader;
import com.opencsv.CSVReaderBuilder;
import com.opencsv.RFC4180ParserBuilder;
import com.opencsv.exceptions.CsvValidationException;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** The records of a CSV file, one at a time; throws {@link FileFault} where the file breaks the grammar or a bound. */
final class CsvRecords implements Closeable {

    private final CSVReader reader;
    private int row;

    CsvRecords(Reader text, PlanFileLimits limits) {
        // without verifying: it would take a fault in the first characters for the end of the file
        this.reader = new CSVReaderBuilder(new BufferedReader(new StrictCsvReader(text, limits)))
                .withCSVParser(new RFC4180ParserBuilder().build())
                .withVerifyReader(false)
                .build();
    }

    /** The cells of the next record, or null after the last. */
    String @Nullable [] next() throws IOException {
        try {
            String[] cells = reader.readNext();
            for (int i = 0; cells != null && i < cells.length; i++) {
                cells[i] = cells[i].replace(StrictCsvReader.CR_IN_CELL, '\r').replace(StrictCsvReader.LF_IN_CELL, '\n');
            }
            row++;
            return cells;
        } catch (CsvValidationException e) {
            throw new IllegalStateException("no validator is set", e);
        }
    }

    /** Row of the last record as a spreadsheet counts, from 1. */
    int row() {
        return row;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
