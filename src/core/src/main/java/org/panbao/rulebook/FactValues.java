package org.panbao.rulebook;

import java.lang.reflect.RecordComponent;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What facts say, component by component, as text. */
final class FactValues {

    /** Under this name stands the type of a fact. */
    private static final String TYPE = "fact";

    private FactValues() {}

    /** Every component. */
    static SortedMap<String, String> of(Object fact) {
        return of(fact, component -> true);
    }

    /** The type, and the components that a rule names in its conditions on this type. */
    static SortedMap<String, String> asRead(Object fact, RuleSource rule) {
        String type = fact.getClass().getSimpleName();
        SortedMap<String, String> values = of(fact, component -> reads(rule, type, component));
        values.put(TYPE, type);
        return values;
    }

    private static boolean reads(RuleSource rule, String type, String component) {
        Pattern word = Pattern.compile("\\b" + component + "\\b");
        return rule.patterns().stream()
                .filter(pattern -> pattern.type().equals(type))
                .flatMap(pattern -> pattern.constraints().stream())
                .anyMatch(constraint -> word.matcher(constraint).find());
    }

    private static SortedMap<String, String> of(Object fact, Predicate<String> wanted) {
        SortedMap<String, String> values = new TreeMap<>();
        for (RecordComponent component : fact.getClass().getRecordComponents()) {
            if (wanted.test(component.getName())) {
                values.put(component.getName(), value(fact, component));
            }
        }
        return values;
    }

    private static String value(Object fact, RecordComponent component) {
        try {
            return String.valueOf(component.getAccessor().invoke(fact));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record component cannot be read: " + component, e);
        }
    }
}
