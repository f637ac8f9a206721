package org.panbao.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Text;

/**
 * The same thing in two documents side by side.
 *
 * @param left null when the first has none
 * @param right null when the second has none
 */
record Pair<T>(Text name, @Nullable T left, @Nullable T right) {

    public boolean differs() {
        return !Objects.equals(left, right);
    }

    /** The first's, then the second's. */
    public List<@Nullable T> sides() {
        return Arrays.asList(left, right);
    }

    /** Everything that one of the two has, in the order of the first, then what the second adds. */
    static <T> List<Pair<T>> join(Map<Text, T> left, Map<Text, T> right) {
        Set<Text> names = new LinkedHashSet<>(left.keySet());
        names.addAll(right.keySet());
        List<Pair<T>> pairs = new ArrayList<>();
        names.forEach(name -> pairs.add(new Pair<>(name, left.get(name), right.get(name))));
        return List.copyOf(pairs);
    }
}
