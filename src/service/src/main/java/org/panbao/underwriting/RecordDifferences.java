package org.panbao.underwriting;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.panbao.underwriting.Replay.Difference;
import tools.jackson.databind.JsonNode;

/**
 * Compares a stored record with a replayed one, place by place. A member that the stored one does not have is one that the
 * form has gained since: it is not compared. That none was taken away is shown by digest and signature.
 */
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

    /** Compares a section or member, if the stored record has it. */
    void compareKept(String pointer, JsonNode stored, JsonNode replayed) {
        if (!stored.isMissingNode()) {
            compare(pointer, stored, replayed);
        }
    }

    private void compare(String pointer, JsonNode stored, JsonNode replayed) {
        if (stored.isObject() && replayed.isObject()) {
            new TreeSet<>(stored.propertyNames())
                    .forEach(name -> compare(pointer + "/" + name, stored.path(name), replayed.path(name)));
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
