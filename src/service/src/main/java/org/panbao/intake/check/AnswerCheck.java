package org.panbao.intake.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.panbao.intake.parse.Excerpt;
import org.panbao.intake.parse.Findings;
import org.panbao.intake.parse.PlanNode;
import org.panbao.rulebook.Question;
import org.panbao.rulebook.Question.ValueKind;
import org.panbao.rulebook.QuestionBank;

/** Answers are to questions of the bank, once for each insured, of the kind and within the bounds of the question. */
final class AnswerCheck implements PlanCheck {

    private static final Set<String> FAVOURABLE = Set.of("YES", "PARTIAL");
    private static final Set<String> WITHOUT_CONTENT = Set.of("NOT_ASKED", "UNANSWERED", "NOT_APPLICABLE");
    private static final int NAMED_AT_MOST = 10;

    private final QuestionBank bank;

    AnswerCheck(QuestionBank bank) {
        this.bank = bank;
    }

    @Override
    public void check(PlanNode plan, Findings findings) {
        boolean full = "FULL".equals(plan.text("form"));
        PlanNode security = plan.child("security");
        Map<List<String>, String> seen = new HashMap<>();
        Set<String> answered = new HashSet<>();
        for (PlanNode answer : security.items("answers")) {
            String id = answer.text("questionId");
            if (id == null) {
                continue;
            }
            answered.add(id);
            String insured = answer.text("insuredId");
            String earlier = seen.putIfAbsent(List.of(id, insured == null ? "" : insured), answer.pointer());
            if (earlier != null) {
                findings.twice(answer.at("questionId"), "answer-twice", id, earlier);
            }
            Question question = bank.find(id);
            if (question == null) {
                findings.error(answer.at("questionId"), "question-unknown", Map.of("value", Excerpt.of(id)));
            } else {
                checkContent(question, answer, findings);
            }
            checkState(answer, findings);
            if (question != null) {
                checkAsked(question, answer, full, findings);
            }
        }
        if (security.exists()) {
            tellMissing(security, answered, full, findings);
        }
    }

    private static void checkContent(Question question, PlanNode answer, Findings findings) {
        Map<String, String> values = Map.of("question", question.id());
        if (answer.has("value") && question.kind() != ValueKind.NUMBER) {
            findings.error(answer.at("value"), "value-not-asked", values);
        }
        if (answer.has("date") && question.kind() != ValueKind.DATE) {
            findings.error(answer.at("date"), "date-not-asked", values);
        }
        String field = question.kind() == ValueKind.DATE ? "date" : "value";
        String state = answer.text("state");
        if (question.kind() != ValueKind.NONE && state != null && FAVOURABLE.contains(state) && !answer.has(field)) {
            findings.warning(answer.at(field), "missing-answer-value", values);
        }
        if (question.kind() == ValueKind.NUMBER) {
            checkBounds(question, answer, findings);
        }
    }

    private static void checkBounds(Question question, PlanNode answer, Findings findings) {
        BigDecimal value = answer.decimal("value");
        BigDecimal min = question.min();
        BigDecimal max = question.max();
        if (value == null || min == null || max == null) {
            return;
        }
        if (value.compareTo(min) < 0 || value.compareTo(max) > 0) {
            findings.error(
                    answer.at("value"),
                    "value-out-of-bounds",
                    Map.of(
                            "value", value.toPlainString(),
                            "question", question.id(),
                            "min", min.toPlainString(),
                            "max", max.toPlainString()));
        }
        if ("count".equals(question.unit()) && value.stripTrailingZeros().scale() > 0) {
            findings.error(answer.at("value"), "value-not-whole", Map.of("value", value.toPlainString()));
        }
    }

    private static void checkState(PlanNode answer, Findings findings) {
        String state = answer.text("state");
        if (state == null) {
            return;
        }
        if (state.equals("NOT_APPLICABLE") && !answer.has("notApplicableBecause")) {
            findings.error(answer.at("notApplicableBecause"), "reason-needed");
        }
        if (!state.equals("NOT_APPLICABLE") && answer.has("notApplicableBecause")) {
            findings.warning(answer.at("notApplicableBecause"), "reason-contradicts-state");
        }
        if (WITHOUT_CONTENT.contains(state) && (answer.has("value") || answer.has("date"))) {
            findings.warning(answer.at("state"), "value-contradicts-state");
        }
    }

    private void checkAsked(Question question, PlanNode answer, boolean full, Findings findings) {
        if ("NOT_ASKED".equals(answer.text("state")) && (full || question.shortForm())) {
            findings.warning(answer.at("state"), full ? "not-asked-in-full-form" : "not-asked-in-short-form");
        }
        boolean named = bank.namesAnAssessment(answer.text("assessmentReference"));
        if ("MEASURED".equals(answer.text("evidence")) && !named) {
            findings.info(answer.at("assessmentReference"), "measured-without-assessment");
        }
    }

    /** Names the questions without an entry. Those of the industry packs are left out: whether they apply is decided later. */
    private void tellMissing(PlanNode security, Set<String> answered, boolean full, Findings findings) {
        List<String> open = new ArrayList<>();
        for (Question question : bank.questions()) {
            boolean asked = !question.askedIf().isPack() && (full || question.shortForm());
            if (asked && !answered.contains(question.id())) {
                open.add(question.id());
            }
        }
        if (open.isEmpty()) {
            return;
        }
        String named = String.join(", ", open.subList(0, Math.min(NAMED_AT_MOST, open.size())));
        findings.warning(
                security.at("answers"),
                "missing-answers",
                Map.of(
                        "count",
                        Integer.toString(open.size()),
                        "questions",
                        open.size() > NAMED_AT_MOST ? named + ", …" : named));
    }
}
