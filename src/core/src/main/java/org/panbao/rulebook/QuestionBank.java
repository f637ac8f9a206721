package org.panbao.rulebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Text;
import org.panbao.rulebook.Question.AskedIf;
import org.panbao.rulebook.Question.ValueKind;

/** The questions of a release, in the order in which they are printed. */
public final class QuestionBank {

    /** Where the bank stands in a release. */
    public static final String PATH = "rules/questions/questions.csv";

    private final List<Question> questions;
    private final Map<String, Question> byId;

    private QuestionBank(List<Question> questions) {
        this.questions = List.copyOf(questions);
        Map<String, Question> index = new LinkedHashMap<>();
        questions.forEach(question -> index.put(question.id(), question));
        this.byId = Map.copyOf(index);
    }

    /** Reads the bank; throws {@link RulebookException} naming the line of a question that makes no sense. */
    public static QuestionBank load(ReleaseFiles files) {
        List<Question> questions = new ArrayList<>();
        for (CsvTable.Row row : CsvTable.read(files, PATH).rows()) {
            questions.add(question(row));
        }
        return new QuestionBank(questions);
    }

    private static Question question(CsvTable.Row row) {
        Question question = new Question(
                row.id(),
                row.text("section"),
                new Text(row.text("text_zh"), row.text("text_en")),
                row.constant("value_kind", ValueKind.class),
                row.textOrNull("unit"),
                row.decimalOrNull("min"),
                row.decimalOrNull("max"),
                row.yes("short_form"),
                row.constant("asked_if", AskedIf.class),
                row.text("dimension"),
                row.text("source"));
        boolean measured = question.unit() != null && question.min() != null && question.max() != null;
        if (measured != (question.kind() == ValueKind.NUMBER)) {
            throw new RulebookException(row.path(), row.line(), "a NUMBER, and only that, has unit, min and max");
        }
        return question;
    }

    public List<Question> questions() {
        return questions;
    }

    /** The question of this id, or null when the release does not ask it. */
    public @Nullable Question find(String id) {
        return byId.get(id);
    }
}
