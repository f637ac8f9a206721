package org.panbao.documents;

import java.util.List;
import java.util.Map;
import org.panbao.documents.Block.Column;
import org.panbao.underwriting.answer.QuoteBody;
import org.panbao.underwriting.answer.QuoteBody.ConditionBody;

/** What a quote's document asks the insured to do: what was found, what has to be done about it, and by which day. */
final class ConditionsSection {

    private final QuoteBody answer;
    private final Words words;

    ConditionsSection(QuoteSource source, Words words) {
        this.answer = source.answer();
        this.words = words;
    }

    void addTo(Blocks blocks) {
        blocks.section(words.label("conditions"));
        if (answer.conditions().isEmpty()) {
            blocks.paragraph(words.label("none"));
        }
        blocks.table(
                words.label("conditions"),
                List.of(
                        Column.text(words.label("rule"), 3),
                        Column.text(words.label("condition"), 8),
                        Column.text(words.label("due"), 4)),
                answer.conditions().stream().map(this::row).toList());
    }

    private List<String> row(ConditionBody condition) {
        String found = words.of(condition.text()) + condition.whose();
        return List.of(
                condition.ruleId(),
                condition.remedy() == null
                        ? found
                        : found + "\n" + words.label("to-do", Map.of("remedy", words.of(condition.remedy()))),
                due(condition));
    }

    private String due(ConditionBody condition) {
        String kind = words.term("condition", condition.kind());
        Integer days = condition.dueDays();
        if (days == null) {
            return kind;
        }
        String day = condition.dueOn();
        return kind
                + words.label("days." + condition.kind(), Map.of("days", days.toString()))
                + (day == null ? "" : words.label("due-on", Map.of("date", day)));
    }
}
