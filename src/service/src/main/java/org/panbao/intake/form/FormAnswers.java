package org.panbao.intake.form;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Messages;
import org.panbao.base.Text;
import org.panbao.rulebook.Question;
import org.panbao.rulebook.Question.ValueKind;
import org.panbao.rulebook.QuestionBank;
import tools.jackson.databind.JsonNode;

/** How answers stand on a form: under their questions, in the order of the bank, with the fields that the question has. */
final class FormAnswers {

    static final String QUESTION = "questionId";

    private static final Messages MESSAGES = Messages.of(FormAnswers.class, "plan-form");
    private static final String LIST = "/security/answers";
    private static final String INSURED = "insuredId";
    private static final String VALUE = "value";
    private static final String DATE = "date";

    private final QuestionBank bank;
    private final Set<String> asked;
    private final Map<String, Integer> places = new HashMap<>();

    FormAnswers(QuestionBank bank, Set<String> asked) {
        this.bank = bank;
        this.asked = asked;
        bank.questions().forEach(question -> places.put(question.id(), places.size()));
    }

    static boolean isList(String pointer) {
        return pointer.equals(LIST);
    }

    static boolean isQuestion(String pointer) {
        return pointer.startsWith(LIST + "/") && pointer.endsWith("/" + QUESTION);
    }

    /** The question of an answer; null when the bank has none such. */
    @Nullable
    Question of(JsonNode answer) {
        return bank.find(answer.path(QUESTION).asString(""));
    }

    boolean isKnown(String question) {
        return bank.find(question) != null;
    }

    /** Answers without a question come first, since one is to be chosen; the others as the bank has them. */
    Comparator<JsonNode> order() {
        return Comparator.comparing(
                answer -> places.getOrDefault(answer.path(QUESTION).asString(""), -1));
    }

    /** A question that was not answered and need not be. */
    boolean isAside(JsonNode answer) {
        Question question = of(answer);
        return question != null && answer.size() == 1 && !asked.contains(question.id());
    }

    /** The question with its id, and whom the answer is about when not everybody. */
    static Text title(Question question, JsonNode answer) {
        String insured = answer.path(INSURED).asString("");
        return MESSAGES.text(insured.isEmpty() ? "answer" : "answer.of")
                .with("id", question.id())
                .with("insured", insured)
                .with("question", question.text());
    }

    /** Whether a field stands at an answer: a figure only where one is asked for, or was given all the same. */
    static boolean shows(@Nullable Question question, String field, JsonNode answer) {
        if (question == null || answer.has(field)) {
            return true;
        }
        return switch (field) {
            case VALUE -> question.kind() == ValueKind.NUMBER;
            case DATE -> question.kind() == ValueKind.DATE;
            default -> true;
        };
    }

    /** The name of the field for a figure has its unit and its bounds. */
    static Text titleOf(String field, Question question, Text title) {
        BigDecimal min = question.min();
        BigDecimal max = question.max();
        if (!field.equals(VALUE) || question.unit() == null || min == null || max == null) {
            return title;
        }
        return MESSAGES.text("value")
                .with("title", title)
                .with("unit", MESSAGES.text("unit." + question.unit()))
                .with("min", min.toPlainString())
                .with("max", max.toPlainString());
    }
}
