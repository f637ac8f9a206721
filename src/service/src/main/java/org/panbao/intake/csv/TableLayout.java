package org.panbao.intake.csv;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.panbao.intake.parse.SchemaPlace;
import tools.jackson.databind.JsonNode;

/**
 * The tables and columns, laid out by the schema of a plan: one table for the plans and one for each list in them.
 * A column is named by its path in the plan, or in the item of its list.
 */
final class TableLayout {

    /** Column of a list whose items are plain values. */
    private static final String VALUE = "value";

    private final ListedCodes listed;
    private final List<Table> tables = new ArrayList<>();
    private final List<List<String>> groups = new ArrayList<>();
    private final Map<String, String> constants = new LinkedHashMap<>();

    /** {@code listed} are the codes of the release. */
    TableLayout(JsonNode schema, ListedCodes listed) {
        this.listed = listed;
        SchemaPlace plan = SchemaPlace.root(schema);
        List<Column> columns = new ArrayList<>();
        columns.add(revision());
        new Walk(List.of(), columns).group(plan, List.of(), true);
        Map<String, Column> known = byName(columns);
        for (Table table : tables) {
            String prefix = String.join(".", table.list()) + ".";
            table.offered().stream()
                    .filter(column -> !column.path().isEmpty())
                    .forEach(column -> known.put(prefix + column.name(), column.named(prefix + column.name())));
        }
        tables.add(0, Table.of(Table.PLANS, List.of(), plan.title(), columns, known));
    }

    private static Column revision() {
        return new Column(
                Table.REVISION,
                List.of(),
                List.of(Table.REVISION),
                Column.Kind.INTEGER,
                false,
                CsvWords.text("note.revision"),
                CsvWords.text("note.revision-hint"),
                Map.of());
    }

    /** All tables, that of the plans first. */
    List<Table> tables() {
        return List.copyOf(tables);
    }

    /** The table with this name, or with this title in either language; null when there is none. */
    @Nullable
    Table find(String name) {
        return tables.stream()
                .filter(table -> Stream.of(
                                table.name(), table.title().zh(), table.title().en())
                        .anyMatch(name::equalsIgnoreCase))
                .findFirst()
                .orElse(null);
    }

    /** The column of what stands at this JSON pointer of a plan; null when it has none. */
    @Nullable
    Column columnAt(String pointer) {
        for (Table table : tables) {
            String list = PlanPlaces.pointer(table.list()) + "/";
            if (!table.isPlans() && pointer.startsWith(list)) {
                String[] steps = pointer.substring(list.length()).split("/", 2);
                return table.known().get(steps.length < 2 ? VALUE : steps[1].replace('/', '.'));
            }
        }
        return pointer.isEmpty()
                ? null
                : tables.get(0).known().get(pointer.substring(1).replace('/', '.'));
    }

    /** Groups of fields that every plan has, outermost first. */
    List<List<String>> groups() {
        return List.copyOf(groups);
    }

    /** Fields of the plan that can have one value only, such as the version of the format. */
    Map<String, String> constants() {
        return Map.copyOf(constants);
    }

    private static Map<String, Column> byName(List<Column> columns) {
        Map<String, Column> byName = new LinkedHashMap<>();
        columns.forEach(column -> byName.put(column.name(), column));
        return byName;
    }

    /** Collects the columns of one table. */
    private final class Walk {

        private final List<String> list;
        private final List<Column> columns;

        Walk(List<String> list, List<Column> columns) {
            this.list = list;
            this.columns = columns;
        }

        void group(SchemaPlace group, List<String> path, boolean required) {
            for (String name : group.properties()) {
                List<String> at = Stream.concat(path.stream(), Stream.of(name)).toList();
                field(group.property(name), at, required && group.requires(name));
            }
        }

        private void field(SchemaPlace place, List<String> path, boolean required) {
            if (place.resolved().has("const")) {
                constants.put(
                        path.get(path.size() - 1),
                        place.resolved().path("const").asString());
            } else if (place.isList()) {
                add(place, path, false);
                table(place, path);
            } else if (place.resolved().has("properties")) {
                subgroup(place, path, required);
            } else {
                add(place, path, required);
            }
        }

        private void subgroup(SchemaPlace place, List<String> path, boolean required) {
            if (required && list.isEmpty()) {
                groups.add(path);
            } else if (!required && !place.resolved().has("required")) {
                add(place, path, false);
            }
            group(place, path, required);
        }

        private void add(SchemaPlace place, List<String> path, boolean required) {
            columns.add(listed.in(Column.of(String.join(".", path), list, path, place, required)));
        }

        private void table(SchemaPlace place, List<String> path) {
            if (!list.isEmpty()) {
                throw new IllegalStateException("a list inside a list has no table: " + path);
            }
            List<Column> items = new ArrayList<>();
            if (place.items().resolved().has("properties")) {
                new Walk(path, items).group(place.items(), List.of(), true);
            } else {
                items.add(listed.in(new Column(
                        VALUE,
                        path,
                        List.of(),
                        Column.of(VALUE, path, List.of(), place.items(), true).kind(),
                        true,
                        place.title(),
                        place.items().hint(),
                        Map.of())));
            }
            tables.add(Table.of(path.get(path.size() - 1), path, place.title(), items, byName(items)));
        }
    }
}
