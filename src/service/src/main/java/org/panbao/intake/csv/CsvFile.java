package org.panbao.intake.csv;

import java.io.IOException;
import java.io.InputStream;

/**
 * One CSV file: what was sent, or an entry of a zip.
 *
 * @param name as findings show it
 */
record CsvFile(String name, Source source) {

    /** Gives the bytes from the beginning, as often as asked. */
    interface Source {
        InputStream open() throws IOException;
    }

    InputStream open() throws IOException {
        return source.open();
    }

    /** The name without folder and ending, which names a table. */
    String stem() {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return last.replaceFirst("(?i)\\.csv$", "").strip();
    }
}
