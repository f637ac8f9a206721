package org.panbao.intake.form;

import java.util.List;
import org.panbao.base.Finding;
import org.panbao.base.Text;

/**
 * One place of a form, with what is in it.
 *
 * @param pointer JSON pointer of the place; the name of its input
 * @param hint what may stand there
 * @param value as typed; empty for groups and lists
 * @param options what can be chosen; empty unless {@code CHOICE}
 * @param codes name of the list of codes that is offered while somebody types; empty without one
 * @param stated of a list, whether the plan has it: an empty list says that there are none, a missing one says nothing
 * @param aside of an item, whether it is folded away: a question that the plan is not asked
 * @param children of a group its fields, of a list its items
 * @param findings what was noticed at this very place
 */
public record FormNode(
        Kind kind,
        String pointer,
        Text title,
        Text hint,
        boolean required,
        String value,
        List<Option> options,
        String codes,
        boolean stated,
        boolean aside,
        List<FormNode> children,
        List<Finding> findings) {

    /** Begins the name of the input that says that a list is stated, before the list's pointer. */
    public static final String STATED = "stated:";

    /** How a place is filled in. */
    public enum Kind {
        GROUP,
        LIST,
        TEXT,
        LONG_TEXT,
        NUMBER,
        DATE,
        YES_NO,
        CHOICE,
        /** Not to be filled in, but part of the plan. */
        HIDDEN
    }

    /** One value that can be chosen. */
    public record Option(String value, Text label) {}

    public FormNode {
        options = List.copyOf(options);
        children = List.copyOf(children);
        findings = List.copyOf(findings);
    }

    /** Whether a value is among the options; a plan from elsewhere can hold another. */
    public boolean offers(String wanted) {
        return options.stream().anyMatch(option -> option.value().equals(wanted));
    }

    /** Whether anything is said here or below. */
    public boolean isFilled() {
        boolean said = kind == Kind.LIST ? stated : !value.isEmpty() && kind != Kind.HIDDEN;
        return said || children.stream().anyMatch(FormNode::isFilled);
    }

    /** An id for the page: unique there, and fit for a fragment. */
    public String htmlId() {
        return "f" + pointer.replace('/', '-');
    }

    /** Whether the place with this pointer is here or below. */
    public boolean holds(String place) {
        return place.equals(pointer) || place.startsWith(pointer + "/");
    }

    /** The items, without those that are folded away or with nothing else. */
    public List<FormNode> items(boolean foldedAway) {
        return children.stream().filter(child -> child.aside == foldedAway).toList();
    }

    /** How many findings there are here and below. */
    public int findingsWithin() {
        return findings.size()
                + children.stream().mapToInt(FormNode::findingsWithin).sum();
    }
}
