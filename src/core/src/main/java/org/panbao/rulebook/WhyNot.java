package org.panbao.rulebook;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Why a rule did not fire, or that it did.
 *
 * @param fired the rule fires on these facts
 * @param pattern the first pattern that is not met, as written, or null when the rule fires
 * @param constraint the constraint of it that no fact meets; null when the rule fires, when no fact of the type is there,
 *     or when facts meet a pattern that is negated
 * @param values what the facts that got that far say: one map a fact, component name to value as text
 */
public record WhyNot(
        String ruleId,
        boolean fired,
        @Nullable String pattern,
        @Nullable String constraint,
        List<SortedMap<String, String>> values) {

    public WhyNot {
        values = values.stream().<SortedMap<String, String>>map(TreeMap::new).toList();
    }
}
