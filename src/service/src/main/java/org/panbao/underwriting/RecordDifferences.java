package org.panbao.underwriting;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.panbao.underwriting.Replay.Difference;
import tools.jackson.databind.JsonNode;

/** Compares two records, place by place. */
final class RecordDifferences {

    private final List<Difference> found = new ArrayList<>();

    boolean isEmpty() {
        return found.isEmpty();
    }

    List<Difference> list() {
        return List.copyOf(found);
    }

    void add(String pointer, @Nullable String stored, @Nullable String replayed) {
        found.add(new Difference(pointer, stored, replayed));
    }

    void expect(String pointer, String stored, String replayed) {
        if (!stored.equals(replayed)) {
            add(pointer, stored, replayed);
        }
    }

    void compare(String pointer, JsonNode stored, JsonNode replayed) {
        if (stored.isObject() && replayed.isObject()) {
            Set<String> names = new TreeSet<>(stored.propertyNames());
            names.addAll(replayed.propertyNames());
            names.forEach(name -> compare(pointer + "/" + name, stored.path(name), replayed.path(name)));
        } else if (stored.isArray() && replayed.isArray()) {
            for (int i = 0; i < Math.max(stored.size(), replayed.size()); i++) {
                compare(pointer + "/" + i, stored.path(i), replayed.path(i));
            }
        } else if (!stored.equals(replayed)) {
            add(pointer, text(stored), text(replayed));
        }
    }

    private static @Nullable String text(JsonNode node) {
        return node.isMissingNode() ? null : node.toString();
    }
}
