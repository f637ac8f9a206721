package org.panbao.rulebook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.panbao.rulebook.Coefficient.Direction;
import org.panbao.rulebook.Coefficient.Interpolation;
import org.panbao.rulebook.Coefficient.Placement;
import org.panbao.rulebook.Coefficient.Row;

/** What a table of coefficients must keep to before anything is priced by it; every fault names file and line. */
final class CoefficientChecks {

    private final String path;
    private final List<Row> rows;
    private final Direction direction;
    private final Interpolation interpolation;
    private final RoundingRule rounding;
    private final Faults faults;

    CoefficientChecks(
            String path,
            List<Row> rows,
            Direction direction,
            Interpolation interpolation,
            RoundingRule rounding,
            Faults faults) {
        this.path = path;
        this.rows = List.copyOf(rows);
        this.direction = direction;
        this.interpolation = interpolation;
        this.rounding = rounding;
        this.faults = faults;
    }

    /**
     * Runs all checks.
     *
     * @param keys the values the range key can take at all
     * @param gapless whether every one of them must have a row
     * @param codes the codes of each code key; every combination must have a row
     */
    void run(Interval keys, boolean gapless, List<List<String>> codes) {
        rows.forEach(this::checkValue);
        rows.forEach(row -> checkKey(row, keys));
        checkCodes(codes);
        for (List<Row> group : groups().values()) {
            List<Row> sorted = LookupTable.sortedByRange(group, Row::key);
            for (int i = 0; i + 1 < sorted.size(); i++) {
                checkNeighbours(sorted.get(i), sorted.get(i + 1));
            }
            checkOpenEnds(sorted);
            if (gapless && !sorted.isEmpty()) {
                checkReach(sorted, keys);
            }
        }
    }

    private void fault(Row row, String reason) {
        faults.add(path, row.line(), "row " + row.id() + ": " + reason);
    }

    private Map<List<String>, List<Row>> groups() {
        Map<List<String>, List<Row>> groups = new LinkedHashMap<>();
        rows.forEach(row ->
                groups.computeIfAbsent(row.codes(), unused -> new ArrayList<>()).add(row));
        return groups;
    }

    private void checkValue(Row row) {
        Interval value = row.value();
        if (value.isEmpty()) {
            fault(row, "the values " + value + " are empty");
            return;
        }
        for (BigDecimal end : new BigDecimal[] {row.valueAtFrom(direction), row.valueAtTo(direction)}) {
            if (end.signum() < 0) {
                fault(row, "a value is negative");
            }
            if (end.stripTrailingZeros().scale() > rounding.scale()) {
                fault(row, "a value has more than " + rounding.scale() + " decimals");
            }
        }
        if (!value.isPoint() && row.placement() != Placement.CHOICE_REQUIRED && direction == Direction.NONE) {
            fault(row, "values cannot be placed without a direction");
        }
    }

    private void checkKey(Row row, Interval keys) {
        Interval key = row.key();
        if (key == null) {
            return;
        }
        if (key.isEmpty()) {
            fault(row, "the range " + key + " is empty");
        } else if (LookupTable.areApart(key, keys) || LookupTable.areApart(keys, key)) {
            fault(row, "the range " + key + " cannot be reached: the parameter is in " + keys);
        }
    }

    private void checkCodes(List<List<String>> codes) {
        int combinations = 1;
        for (int i = 0; i < codes.size(); i++) {
            combinations *= codes.get(i).size();
            for (Row row : rows) {
                if (!codes.get(i).contains(row.codes().get(i))) {
                    fault(
                            row,
                            "code '" + row.codes().get(i) + "' cannot be reached: the parameter has " + codes.get(i));
                }
            }
        }
        if (!codes.isEmpty() && groups().size() < combinations) {
            faults.add(path, 1, "has rows for " + groups().size() + " of " + combinations + " combinations of codes");
        }
    }

    private void checkNeighbours(Row lower, Row upper) {
        Interval below = lower.key();
        Interval above = upper.key();
        if (below == null || above == null || !LookupTable.areApart(below, above)) {
            fault(upper, "overlaps with row " + lower.id());
            return;
        }
        if (!touch(below, above)) {
            if (interpolation == Interpolation.NONE && !below.isPoint() && !above.isPoint()) {
                fault(upper, "leaves a gap above row " + lower.id());
            }
            return;
        }
        if (isPlaced(lower)
                && isPlaced(upper)
                && lower.valueAtTo(direction).compareTo(upper.valueAtFrom(direction)) != 0) {
            fault(upper, "its end does not join row " + lower.id() + ": " + lower.value() + " and " + upper.value());
        }
    }

    /** A single value belongs to its key whatever the placement; a range is placed unless a person must choose. */
    private static boolean isPlaced(Row row) {
        return row.placement() != Placement.CHOICE_REQUIRED;
    }

    /** The ends meet and one of them contains the meeting point. */
    private static boolean touch(Interval below, Interval above) {
        BigDecimal end = below.high();
        BigDecimal start = above.low();
        return end != null
                && start != null
                && end.compareTo(start) == 0
                && (below.highIncluded() || above.lowIncluded());
    }

    /** A placed row without an end can only stay next to the end that it shares with a neighbour. */
    private void checkOpenEnds(List<Row> sorted) {
        for (int i = 0; i < sorted.size(); i++) {
            Row row = sorted.get(i);
            Interval key = row.key();
            if (key == null || row.value().isPoint() || !isPlaced(row)) {
                continue;
            }
            boolean joinedBelow = i > 0 && joins(sorted.get(i - 1), row);
            boolean joinedAbove = i + 1 < sorted.size() && joins(row, sorted.get(i + 1));
            if ((key.low() == null && !joinedAbove) || (key.high() == null && !joinedBelow)) {
                fault(row, "has no end on one side and joins no neighbour on the other: its value must be chosen");
            }
        }
    }

    private static boolean joins(Row lower, Row upper) {
        Interval below = lower.key();
        Interval above = upper.key();
        return below != null && above != null && isPlaced(lower) && isPlaced(upper) && touch(below, above);
    }

    /** A key outside can be moved to the edge of the table only if the edge belongs to it. */
    void checkEdges() {
        for (List<Row> group : groups().values()) {
            List<Row> sorted = LookupTable.sortedByRange(group, Row::key);
            Interval first = sorted.get(0).key();
            Interval last = sorted.get(sorted.size() - 1).key();
            if (first == null
                    || last == null
                    || (first.low() != null && !first.lowIncluded())
                    || (last.high() != null && !last.highIncluded())) {
                fault(sorted.get(0), "keys outside cannot be held at an edge that does not belong to the table");
            }
        }
    }

    private void checkReach(List<Row> sorted, Interval keys) {
        Row first = sorted.get(0);
        Row last = sorted.get(sorted.size() - 1);
        if (!reaches(first.key(), keys.low(), true) || !reaches(last.key(), keys.high(), false)) {
            fault(first, "the rows do not cover " + keys);
        }
    }

    private static boolean reaches(@Nullable Interval key, @Nullable BigDecimal end, boolean low) {
        if (key == null || end == null) {
            return key != null && (low ? key.low() : key.high()) == null;
        }
        return key.contains(end);
    }
}
