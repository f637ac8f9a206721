package org.panbao.intake.csv;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.panbao.base.Language;
import org.panbao.rulebook.Question;

/** The tables to fill in: header, what people call the columns, what may stand in them, and the questions. */
final class PlanTemplate {

    private final TableLayout layout;
    private final List<Question> questions;
    private final Language language;

    PlanTemplate(TableLayout layout, List<Question> questions, Language language) {
        this.layout = layout;
        this.questions = List.copyOf(questions);
        this.language = language;
    }

    void writeTo(OutputStream out) throws IOException {
        try (PlanZip zip = new PlanZip(out)) {
            zip.add("README.txt", readme());
            for (Table table : layout.tables()) {
                zip.add(table.name() + ".csv", table(table));
            }
        }
    }

    private byte[] table(Table table) throws IOException {
        boolean asksQuestions = table.known().containsKey(TableReader.QUESTION);
        String note = asksQuestions ? language.of(CsvWords.text("note.question")) : "";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PlanTableWriter writer = new PlanTableWriter(table, language, bytes, note)) {
            writer.hints();
            if (asksQuestions) {
                questions.forEach(question -> writer.suggestion(TableReader.QUESTION, question.id(), question.text()));
            }
            writer.flush();
        }
        return bytes.toByteArray();
    }

    private byte[] readme() throws IOException {
        String resource = "/plan-files/README." + language.name().toLowerCase(Locale.ROOT) + ".txt";
        try (InputStream stream = PlanTemplate.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("missing resource " + resource);
            }
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return ("\uFEFF" + text.replace("\n", "\r\n")).getBytes(StandardCharsets.UTF_8);
        }
    }
}
