package org.panbao.intake.csv;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where in the files each part of one plan came from. */
final class PlanPlaces {

    /** A cell, or where one would stand. */
    record Place(String file, int row, String column) {}

    private record Item(TableFile file, int row) {}

    private static final String ITEM = "value";

    private final Place plan;
    private final Map<String, List<Item>> items = new HashMap<>();

    /** Places of a plan whose own line is {@code plan}. */
    PlanPlaces(Place plan) {
        this.plan = plan;
    }

    /** Notes that the next item of a list came from this row. */
    void item(List<String> list, SpooledRow row) {
        items.computeIfAbsent(pointer(list), key -> new ArrayList<>()).add(new Item(row.file(), row.row()));
    }

    /** The place of this JSON pointer; for what is nowhere, the row and column in which it would have to be. */
    Place of(String pointer) {
        for (Map.Entry<String, List<Item>> list : items.entrySet()) {
            if (pointer.startsWith(list.getKey() + "/")) {
                String rest = pointer.substring(list.getKey().length() + 1);
                return inList(list.getKey(), list.getValue(), rest);
            }
        }
        return new Place(plan.file(), plan.row(), column(pointer));
    }

    private Place inList(String list, List<Item> rows, String rest) {
        String[] steps = rest.split("/", 2);
        Item item = rows.get(Integer.parseInt(steps[0]));
        String column = steps.length < 2 ? "" : column("/" + steps[1]);
        if (item.file().table().isPlans()) {
            return new Place(item.file().name(), item.row(), column(list) + (column.isEmpty() ? "" : "." + column));
        }
        boolean plain = column.isEmpty() && item.file().table().known().containsKey(ITEM);
        return new Place(item.file().name(), item.row(), plain ? ITEM : column);
    }

    /** The JSON pointer of a path. */
    static String pointer(List<String> path) {
        return path.isEmpty() ? "" : "/" + String.join("/", path);
    }

    private static String column(String pointer) {
        return pointer.isEmpty() ? "" : pointer.substring(1).replace('/', '.');
    }
}
