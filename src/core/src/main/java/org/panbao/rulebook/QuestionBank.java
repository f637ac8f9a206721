package org.panbao.rulebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Text;
import org.panbao.rulebook.Question.AskedIf;
import org.panbao.rulebook.Question.ValueKind;

/** The questions of a release, in the order in which they are printed. */
public final class QuestionBank {

    /** Where the bank stands in a release. */
    public static final String PATH = "rules/questions/questions.csv";

    /** Facts beside the answers that the forms ask for; a release that names none needs none. */
    public static final String NEEDED_FACTS = "rules/gates/needed-facts.csv";

    private static final String REFERENCES = "rules/intake/references.csv";

    private final List<Question> questions;
    private final Map<String, Question> byId;
    private final List<NeededFact> neededFacts;
    private final int leastReferenceLength;

    private QuestionBank(List<Question> questions, List<NeededFact> neededFacts, int leastReferenceLength) {
        this.questions = List.copyOf(questions);
        Map<String, Question> index = new LinkedHashMap<>();
        questions.forEach(question -> index.put(question.id(), question));
        this.byId = Map.copyOf(index);
        this.neededFacts = List.copyOf(neededFacts);
        this.leastReferenceLength = leastReferenceLength;
    }

    /** Reads the bank; throws {@link RulebookException} naming the line of every question that makes no sense. */
    public static QuestionBank load(ReleaseFiles files) {
        List<Question> questions = new ArrayList<>();
        List<NeededFact> neededFacts = new ArrayList<>();
        Faults faults = new Faults();
        faults.rows(CsvTable.read(files, PATH), row -> questions.add(question(row)));
        if (files.files().containsKey(NEEDED_FACTS)) {
            faults.rows(CsvTable.read(files, NEEDED_FACTS), row -> neededFacts.add(neededFact(row)));
        }
        Integer leastReferenceLength = faults.collect(() -> leastReferenceLength(files));
        faults.throwIfAny(PATH);
        return new QuestionBank(questions, neededFacts, Objects.requireNonNull(leastReferenceLength));
    }

    private static NeededFact neededFact(CsvTable.Row row) {
        return new NeededFact(
                row.id(),
                row.yes("short_form"),
                row.constant("asked_if", AskedIf.class),
                new Text(row.text("name_zh"), row.text("name_en")),
                row.text("source"));
    }

    private static int leastReferenceLength(ReleaseFiles files) {
        if (!files.files().containsKey(REFERENCES)) {
            return 1;
        }
        return CsvTable.read(files, REFERENCES).loadById("REF-ASSESSMENT").whole("least_characters");
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

    /** Facts beside the answers that the forms ask for because a gate reads them. */
    public List<NeededFact> neededFacts() {
        return neededFacts;
    }

    /** The needed fact of this id, or null when the release needs no such fact. */
    public @Nullable NeededFact findNeededFact(String id) {
        for (NeededFact fact : neededFacts) {
            if (fact.id().equals(id)) {
                return fact;
            }
        }
        return null;
    }

    /** Whether a text can name an assessment at all: it is not shorter than any real report number. */
    public boolean namesAnAssessment(@Nullable String reference) {
        return reference != null && reference.strip().length() >= leastReferenceLength;
    }

    /** The question of this id, or null when the release does not ask it. */
    public @Nullable Question find(String id) {
        return byId.get(id);
    }
}
