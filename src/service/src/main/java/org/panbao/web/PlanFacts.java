package org.panbao.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.panbao.base.Messages;
import org.panbao.base.Text;
import org.panbao.intake.form.FormNode;
import org.panbao.intake.form.FormNode.Kind;
import org.panbao.intake.form.FormNode.Option;

/** What a plan says, by the place on its form: two revisions are compared by it. */
final class PlanFacts {

    private static final Messages MESSAGES = Messages.of(PlanFacts.class, "web");
    private static final String QUESTION = "/questionId";

    private final Map<Text, Text> facts = new LinkedHashMap<>();

    private PlanFacts() {}

    /** Every value that is filled in, in the order of the form; a list that is stated empty is a value too. */
    static Map<Text, Text> of(FormNode form) {
        PlanFacts facts = new PlanFacts();
        form.children().forEach(child -> facts.add(child, child.title()));
        return facts.facts;
    }

    private void add(FormNode node, Text place) {
        if (node.kind() == Kind.GROUP) {
            node.children().forEach(child -> add(child, under(place, child.title())));
        } else if (node.kind() == Kind.LIST) {
            addItems(node, place);
        } else if (node.kind() != Kind.HIDDEN && !node.value().isEmpty()) {
            facts.put(place, value(node));
        }
    }

    private void addItems(FormNode list, Text place) {
        if (list.stated() && list.children().isEmpty()) {
            facts.put(place, MESSAGES.text("list.none"));
        }
        for (int i = 0; i < list.children().size(); i++) {
            FormNode item = list.children().get(i);
            add(item, under(place, itemName(item, i + 1)));
        }
    }

    /** An answer is known by its question, wherever it stands; another item by its number. */
    private static Text itemName(FormNode item, int number) {
        boolean answer = item.children().stream()
                .anyMatch(
                        child -> child.kind() == Kind.HIDDEN && child.pointer().endsWith(QUESTION));
        String mark = "#" + number;
        return answer ? item.title() : new Text(mark, mark);
    }

    private static Text value(FormNode node) {
        if (node.kind() == Kind.YES_NO) {
            return MESSAGES.text(Boolean.parseBoolean(node.value()) ? "yes" : "no");
        }
        return node.options().stream()
                .filter(option -> option.value().equals(node.value()))
                .map(Option::label)
                .findFirst()
                .orElse(new Text(node.value(), node.value()));
    }

    private static Text under(Text place, Text name) {
        return new Text(place.zh() + " › " + name.zh(), place.en() + " › " + name.en());
    }
}
