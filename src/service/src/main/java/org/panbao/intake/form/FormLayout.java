package org.panbao.intake.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Finding;
import org.panbao.base.Messages;
import org.panbao.base.Text;
import org.panbao.intake.form.CodeLists.CodeList;
import org.panbao.intake.form.FormNode.Kind;
import org.panbao.intake.form.FormNode.Option;
import org.panbao.intake.parse.SchemaPlace;
import org.panbao.rulebook.Question;
import tools.jackson.databind.JsonNode;

/** Walks schema and plan together. */
final class FormLayout {

    private static final Messages MESSAGES = Messages.of(FormLayout.class, "plan-form");

    /** Fields that name an item of a list, the most telling first. */
    private static final List<String> NAMING = List.of("name", "title", "item", "kind", "category", "occurredOn");

    private final FormAnswers answers;
    private final CodeLists codes;
    private final Map<String, List<Finding>> findings;

    FormLayout(FormAnswers answers, CodeLists codes, Map<String, List<Finding>> findings) {
        this.answers = answers;
        this.codes = codes;
        this.findings = findings;
    }

    /** A place of the schema with what the plan has there. */
    private record Spot(SchemaPlace place, String pointer, boolean required, JsonNode value) {

        String text() {
            return value.isValueNode() ? value.asString("") : "";
        }
    }

    FormNode lay(SchemaPlace plan, JsonNode value) {
        return node(new Spot(plan, "", false, value), plan.title(), false);
    }

    private FormNode node(Spot spot, Text title, boolean aside) {
        CodeList list = codes.at(spot.pointer());
        Kind kind = kindOf(spot, list);
        CodeList offered = kind == Kind.CHOICE ? null : list;
        return new FormNode(
                kind,
                spot.pointer(),
                title,
                hint(spot, offered),
                spot.required(),
                kind == Kind.HIDDEN && spot.value().isMissingNode() ? FormFields.fixedValue(spot.place()) : spot.text(),
                kind == Kind.CHOICE ? options(spot, list) : List.of(),
                offered == null ? "" : offered.name(),
                spot.value().isArray(),
                aside,
                children(kind, spot),
                findings.getOrDefault(spot.pointer(), List.of()));
    }

    private List<FormNode> children(Kind kind, Spot spot) {
        return switch (kind) {
            case GROUP -> fields(spot);
            case LIST -> items(spot);
            default -> List.of();
        };
    }

    /** The question of an answer is chosen where it has none, or one that something is the matter with. */
    private Kind kindOf(Spot spot, @Nullable CodeList list) {
        if (FormAnswers.isQuestion(spot.pointer())) {
            boolean settled = answers.isKnown(spot.text()) && !findings.containsKey(spot.pointer());
            return settled ? Kind.HIDDEN : Kind.CHOICE;
        }
        return list != null && list.isChoice() ? Kind.CHOICE : FormFields.kind(spot.place());
    }

    private List<Option> options(Spot spot, @Nullable CodeList list) {
        if (FormAnswers.isQuestion(spot.pointer())) {
            return codes.questions();
        }
        return list == null ? FormFields.options(spot.place()) : list.options();
    }

    /** What may stand there; of a code that was typed, what it means before that. */
    private static Text hint(Spot spot, @Nullable CodeList list) {
        Text hint = FormFields.hint(spot.place());
        Text meaning = list == null ? null : list.find(spot.text());
        return meaning == null
                ? hint
                : MESSAGES.text("meaning").with("code", meaning).with("hint", hint);
    }

    private List<FormNode> fields(Spot group) {
        Question question = answers.of(group.value());
        List<FormNode> fields = new ArrayList<>();
        for (String name : group.place().properties()) {
            SchemaPlace place = group.place().property(name);
            Text title = FormFields.heading(place.title());
            if (question != null) {
                title = FormAnswers.titleOf(name, question, title);
            }
            if (FormAnswers.shows(question, name, group.value())) {
                String pointer = group.pointer() + "/" + name;
                boolean required = group.place().requires(name);
                fields.add(node(new Spot(place, pointer, required, group.value().path(name)), title, false));
            }
        }
        return fields;
    }

    private List<FormNode> items(Spot list) {
        boolean questions = FormAnswers.isList(list.pointer());
        Comparator<Integer> order =
                questions ? Comparator.comparing(list.value()::path, answers.order()) : Comparator.naturalOrder();
        return IntStream.range(0, list.value().size())
                .boxed()
                .sorted(order)
                .map(index -> item(list, index, questions))
                .toList();
    }

    private FormNode item(Spot list, int index, boolean answer) {
        JsonNode value = list.value().path(index);
        Spot spot = new Spot(list.place().items(), list.pointer() + "/" + index, false, value);
        Question question = answer ? answers.of(value) : null;
        Text title = question == null ? numbered(list, index, value) : FormAnswers.title(question, value);
        return node(spot, title, answer && answers.isAside(value));
    }

    /** An item goes by its list and number, and by what it says of itself. */
    private Text numbered(Spot list, int index, JsonNode value) {
        Text name = name(list.pointer() + "/" + index, value);
        return MESSAGES.text(name == null ? "item" : "item.named")
                .with("list", FormFields.heading(list.place().title()))
                .with("number", Integer.toString(index + 1))
                .with("name", name == null ? new Text("", "") : name);
    }

    private @Nullable Text name(String pointer, JsonNode item) {
        for (String field : NAMING) {
            String text = item.path(field).asString("");
            if (!text.isEmpty()) {
                CodeList list = codes.at(pointer + "/" + field);
                Text meaning = list == null ? null : list.find(text);
                return meaning == null ? new Text(text, text) : meaning;
            }
        }
        return null;
    }
}
