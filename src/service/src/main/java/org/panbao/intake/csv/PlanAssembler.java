package org.panbao.intake.csv;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Severity;
import org.panbao.intake.csv.PlanPlaces.Place;
import org.panbao.intake.parse.Findings;
import org.panbao.jobs.ItemFinding;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes the JSON of one plan out of its rows, right or wrong; what no check of a plan could find is found here. */
final class PlanAssembler {

    private static final String FRACTION = "csv-percent-fraction";

    /**
     * A plan as its rows say.
     *
     * @param revision the stored revision that the plan is based on; null when its line states none
     * @param places where each part came from
     * @param findings what is wrong with cells and rows as such
     */
    record Assembled(ObjectNode document, @Nullable Integer revision, PlanPlaces places, List<ItemFinding> findings) {}

    /** A cell that says that a list or a group is empty. */
    private record Emptiness(SpooledRow row, Column column, ObjectNode item, String pointer, String cell) {}

    private final TableLayout layout;
    private final ObjectNode document = JsonMapper.shared().createObjectNode();
    private final PlanPlaces places;
    private final List<Emptiness> empty = new ArrayList<>();
    private final List<ItemFinding> findings = new ArrayList<>();

    /** Apart from the faults, none of which may find its place taken. */
    private final List<ItemFinding> warnings = new ArrayList<>();

    private PlanAssembler(TableLayout layout, SpooledRow first) {
        this.layout = layout;
        this.places = new PlanPlaces(new Place(first.file().name(), first.row(), ""));
    }

    /** Assembles {@code rows}, one of which must be the plan's own line, in the order of the plan's own line before its lists. */
    static Assembled assemble(TableLayout layout, List<SpooledRow> rows) {
        List<SpooledRow> ordered = new ArrayList<>(rows);
        ordered.sort(Comparator.comparing(row -> !row.file().table().isPlans()));
        PlanAssembler assembler = new PlanAssembler(layout, ordered.get(0));
        assembler.frame();
        assembler.planLines(ordered);
        ordered.forEach(assembler::add);
        assembler.empty.forEach(assembler::addEmpty);
        Integer revision = assembler.takeRevision(ordered.get(0));
        assembler.findings.addAll(assembler.warnings);
        return new Assembled(assembler.document, revision, assembler.places, assembler.findings);
    }

    private void frame() {
        layout.constants().forEach(document::put);
        layout.groups().forEach(path -> group(document, path));
    }

    /** The revision is told beside the plan and is no part of it. */
    private @Nullable Integer takeRevision(SpooledRow line) {
        JsonNode stated = document.remove(Table.REVISION);
        if (stated == null) {
            return null;
        }
        if (stated.canConvertToInt() && stated.asInt() > 0) {
            return stated.asInt();
        }
        Map<String, String> values = FileFindings.naming("value", stated.asString());
        fault(line, Table.REVISION, "", new FileFault("csv-revision", values));
        return null;
    }

    private void planLines(List<SpooledRow> rows) {
        List<SpooledRow> lines =
                rows.stream().filter(row -> row.file().table().isPlans()).toList();
        for (SpooledRow again : lines.subList(1, lines.size())) {
            String first = Integer.toString(lines.get(0).row());
            fault(again, Table.KEY, "", new FileFault("csv-plan-line-twice", Map.of("row", first)));
        }
    }

    private void add(SpooledRow row) {
        if (!row.fault().isEmpty()) {
            fault(row, row.fault().startsWith("csv-key") ? Table.KEY : "", "", new FileFault(row.fault()));
        }
        RowItems items = new RowItems(row);
        for (Map.Entry<Integer, String> cell : new TreeMap<>(row.cells()).entrySet()) {
            Column column = row.file().columns().get(cell.getKey());
            if (column != null) {
                items.add(column, cell.getValue());
            }
        }
    }

    /** Takes the cells of one row; those of one list make one item. */
    private final class RowItems {

        private final SpooledRow row;
        private final Map<List<String>, ObjectNode> items = new HashMap<>();
        private final Map<List<String>, String> pointers = new HashMap<>();

        RowItems(SpooledRow row) {
            this.row = row;
        }

        void add(Column column, String cell) {
            if (column.path().isEmpty()) {
                String pointer = nextItem(column.list());
                list(column.list()).add(value(column, cell, pointer));
                return;
            }
            ObjectNode item = column.list().isEmpty() ? document : item(column.list());
            String pointer = pointers.getOrDefault(column.list(), "") + PlanPlaces.pointer(column.path());
            if (column.kind() == Column.Kind.EMPTY_LIST || column.kind() == Column.Kind.EMPTY_GROUP) {
                empty.add(new Emptiness(row, column, item, pointer, cell));
            } else {
                parent(item, column.path()).set(last(column.path()), value(column, cell, pointer));
            }
        }

        private ObjectNode item(List<String> list) {
            return items.computeIfAbsent(list, key -> {
                pointers.put(list, nextItem(list));
                return list(list).addObject();
            });
        }

        private String nextItem(List<String> list) {
            places.item(list, row);
            return PlanPlaces.pointer(list) + "/" + list(list).size();
        }

        private JsonNode value(Column column, String cell, String pointer) {
            String damage = CellText.isMarked(column, cell) ? "" : CellText.damage(column, cell);
            if (!damage.isEmpty()) {
                fault(row, column.name(), pointer, new FileFault(damage, FileFindings.naming("value", cell)));
            }
            if (CellText.isFraction(column, cell)) {
                warnOfFraction(row, column, pointer, cell);
            }
            return CellValues.value(column, cell);
        }
    }

    private void warnOfFraction(SpooledRow row, Column column, String pointer, String cell) {
        if (warnings.size() < Findings.MAX_FINDINGS) {
            warnings.add(new ItemFinding(
                    row.file().name(),
                    row.row(),
                    column.name(),
                    Severity.WARNING,
                    FRACTION,
                    CsvWords.text(FRACTION, FileFindings.naming("value", cell.strip())),
                    pointer));
        }
    }

    private void addEmpty(Emptiness said) {
        List<String> path = said.column().path();
        ObjectNode parent = parent(said.item(), path);
        String fault = "";
        if (!CsvWords.is(CsvWords.NONE, said.cell().strip())) {
            fault = "csv-none-expected";
        } else if (parent.has(last(path))) {
            fault = "csv-none-contradicted";
        } else if (said.column().kind() == Column.Kind.EMPTY_LIST) {
            parent.putArray(last(path));
        } else {
            parent.putObject(last(path));
        }
        if (!fault.isEmpty()) {
            Map<String, String> values = FileFindings.naming("value", said.cell());
            fault(said.row(), said.column().name(), said.pointer(), new FileFault(fault, values));
        }
    }

    private void fault(SpooledRow row, String column, String pointer, FileFault fault) {
        if (findings.size() < Findings.MAX_FINDINGS) {
            findings.add(new ItemFinding(
                    row.file().name(),
                    row.row(),
                    column,
                    Severity.ERROR,
                    fault.code(),
                    CsvWords.text(fault.code(), fault.values()),
                    pointer));
        } else if (findings.size() == Findings.MAX_FINDINGS) {
            findings.add(ItemFinding.of(Severity.ERROR, CsvWords.TOO_MANY, CsvWords.tooMany()));
        }
    }

    private ArrayNode list(List<String> path) {
        ObjectNode parent = parent(document, path);
        return parent.get(last(path)) instanceof ArrayNode there ? there : parent.putArray(last(path));
    }

    private static ObjectNode parent(ObjectNode item, List<String> path) {
        return group(item, path.subList(0, path.size() - 1));
    }

    private static ObjectNode group(ObjectNode item, List<String> path) {
        ObjectNode group = item;
        for (String name : path) {
            group = group.get(name) instanceof ObjectNode there ? there : group.putObject(name);
        }
        return group;
    }

    private static String last(List<String> path) {
        return path.get(path.size() - 1);
    }
}
