package org.panbao.rulebook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.panbao.rulebook.Product.Cover;

/** Reads what a product's wording makes of each cover item; the part {@code coverage} of a product file. */
final class ItemStatusReader {

    private ItemStatusReader() {}

    static Map<String, CoverStatus> read(YamlNode node, List<Cover> covers) {
        Map<String, CoverStatus> statuses = new LinkedHashMap<>();
        node.text("source");
        for (Map.Entry<String, YamlNode> field : node.fields().entrySet()) {
            if (!field.getKey().equals("source")) {
                CoverStatus status = status(field.getKey(), field.getValue());
                for (YamlNode item : node.list(field.getKey())) {
                    requireItem(item);
                    if (statuses.put(item.text(), status) != null) {
                        throw item.fault("item " + item.text() + " has two states");
                    }
                }
            }
        }
        checkCarriers(node, covers, statuses);
        return statuses;
    }

    private static CoverStatus status(String name, YamlNode node) {
        for (CoverStatus status : CoverStatus.values()) {
            if (status.name().equals(name)) {
                return status;
            }
        }
        throw node.fault("'" + name + "' is none of " + List.of(CoverStatus.values()));
    }

    /** What can be paid is carried by a cover, and what a cover carries has a state. */
    private static void checkCarriers(YamlNode node, List<Cover> covers, Map<String, CoverStatus> statuses) {
        List<String> carried =
                covers.stream().flatMap(cover -> cover.items().stream()).toList();
        for (String item : carried) {
            if (!statuses.containsKey(item)) {
                throw node.fault("item " + item + " of a cover has no state");
            }
        }
        statuses.forEach((item, status) -> {
            if (status.isPayable() && !carried.contains(item)) {
                throw node.fault("item " + item + " is payable, and no cover carries it");
            }
        });
    }

    static void requireItem(YamlNode item) {
        if (!item.text().matches("[PL]\\d\\d")) {
            throw item.fault("'" + item.text() + "' is no cover item (P01…, L01…)");
        }
    }
}
