package org.panbao.intake.csv;

import com.opencsv.CSVWriter;
import com.opencsv.ICSVWriter;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.panbao.base.Language;
import org.panbao.base.Text;
import tools.jackson.databind.JsonNode;

/** Writes one table as spreadsheets open it well: UTF-8 with a byte order mark, lines ended by CRLF. */
final class PlanTableWriter implements Closeable {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Table table;
    private final Language language;
    private final boolean hasNote;
    private final CSVWriter writer;

    /** Begins a table with its header and a line of what people call the columns. */
    PlanTableWriter(Table table, Language language, OutputStream bytes) throws IOException {
        this(table, language, bytes, "");
    }

    /** As above, with a last column that only people read, unless {@code note} is empty. */
    PlanTableWriter(Table table, Language language, OutputStream bytes, String note) throws IOException {
        this.table = table;
        this.language = language;
        this.hasNote = !note.isEmpty();
        BufferedWriter text = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
        text.write(BYTE_ORDER_MARK);
        this.writer = new CSVWriter(
                text,
                ICSVWriter.DEFAULT_SEPARATOR,
                ICSVWriter.DEFAULT_QUOTE_CHARACTER,
                ICSVWriter.DEFAULT_QUOTE_CHARACTER,
                "\r\n");
        line(Table.KEY, Column::name, HeaderReader.NOTE + note);
        line(forPeople("note.key"), column -> language.of(column.title()), "");
    }

    /** Writes a line for people: what may stand in each column. */
    void hints() {
        line(forPeople("note.key-hint"), column -> language.of(ColumnHint.of(column)), "");
    }

    /** Writes a row with one cell filled, and what it means in the column for people. */
    void suggestion(String name, String value, Text meaning) {
        line("", column -> column.name().equals(name) ? value : "", language.of(meaning));
    }

    /** Writes the rows of one plan. */
    void plan(String key, JsonNode plan) {
        if (table.isPlans()) {
            row(key, plan);
        } else {
            plan.at(PlanPlaces.pointer(table.list())).forEach(item -> row(key, item));
        }
    }

    private void row(String key, JsonNode item) {
        line(key, column -> cell(column, item.at(PlanPlaces.pointer(column.path()))), "");
    }

    private String cell(Column column, JsonNode value) {
        return switch (column.kind()) {
            case EMPTY_LIST, EMPTY_GROUP -> value.isContainer() && value.isEmpty() ? language.of(CsvWords.NONE) : "";
            default -> value.isMissingNode() ? "" : CellValues.cell(column, value, language);
        };
    }

    private void line(String first, Function<Column, String> cells, String note) {
        List<String> line = new ArrayList<>();
        line.add(first);
        table.offered().forEach(column -> line.add(cells.apply(column)));
        if (hasNote) {
            line.add(note);
        }
        writer.writeNext(line.toArray(String[]::new), false);
    }

    private String forPeople(String key) {
        return HeaderReader.NOTE + language.of(CsvWords.text(key));
    }

    /** Writes out what waits; throws when anything could not be written. */
    void flush() throws IOException {
        if (writer.checkError()) {
            throw new IOException("table " + table.name(), writer.getException());
        }
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
