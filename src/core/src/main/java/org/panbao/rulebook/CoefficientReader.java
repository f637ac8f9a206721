package org.panbao.rulebook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.panbao.rulebook.Coefficient.Direction;
import org.panbao.rulebook.Coefficient.Interpolation;
import org.panbao.rulebook.Coefficient.OffTable;
import org.panbao.rulebook.Coefficient.Placement;
import org.panbao.rulebook.Coefficient.Row;

/** Reads the coefficients of a product file together with their tables. */
final class CoefficientReader {

    /** The score runs from none to all: 0 to 100 percent. */
    private static final Interval SCORE_PERCENT = Interval.closed(BigDecimal.ZERO, BigDecimal.valueOf(100));

    private final ReleaseFiles files;
    private final String folder;
    private final DeclaredParameters declared;
    private final RoundingRule usualRounding;
    private final Faults faults;

    CoefficientReader(
            ReleaseFiles files, String folder, DeclaredParameters declared, RoundingRule usualRounding, Faults faults) {
        this.files = files;
        this.folder = folder;
        this.declared = declared;
        this.usualRounding = usualRounding;
        this.faults = faults;
    }

    Coefficient read(YamlNode node) {
        node.allow(
                "id",
                "name",
                "covers",
                "key",
                "table",
                "placement",
                "direction",
                "interpolation",
                "offTable",
                "group",
                "rounding",
                "filedUnitCny",
                "source");
        int faultsBefore = faults.count();
        Placement placement = node.constant("placement", Placement.class);
        List<String> codeKeys = new ArrayList<>();
        String rangeKey = keys(node, codeKeys);
        if ((placement == Placement.SCORE) == (rangeKey != null || !codeKeys.isEmpty())) {
            throw node.fault("a coefficient has either a key or the placement SCORE");
        }
        String path = folder + "coefficients/" + node.text("table");
        Direction direction = node.constant("direction", Direction.class, Direction.NONE);
        Interpolation interpolation = node.constant("interpolation", Interpolation.class, Interpolation.NONE);
        List<Row> rows = rows(CsvTable.read(files, path), codeKeys, rangeKey != null || codeKeys.isEmpty(), placement);
        RoundingRule rounding = node.has("rounding") ? ProductReader.rounding(node.node("rounding")) : usualRounding;
        Interval keys = rangeKey == null ? SCORE_PERCENT : declared.allowed(rangeKey);
        List<LookupTable.Entry<Row>> entries = rows.stream()
                .map(row -> new LookupTable.Entry<>(row.codes(), row.key(), row))
                .toList();
        CoefficientChecks checks = new CoefficientChecks(path, rows, direction, interpolation, rounding, faults);
        checks.run(
                keys,
                placement == Placement.SCORE,
                codeKeys.stream().map(this::codes).toList());
        OffTable offTable = node.constant("offTable", OffTable.class, OffTable.REFUSE);
        if (offTable != OffTable.REFUSE) {
            checks.checkEdges();
        }
        if (faults.count() > faultsBefore) {
            throw new RulebookException(path, "the table is not used because of the faults named");
        }
        return new Coefficient(
                node.text("id"),
                node.bilingual("name"),
                covers(node, codeKeys, rangeKey),
                codeKeys,
                rangeKey,
                placement,
                direction,
                interpolation,
                offTable,
                node.textOrNull("group"),
                rounding,
                filedUnit(node),
                path,
                FileDigests.of(files, path),
                LookupTable.of(entries, interpolation != Interpolation.NONE),
                rows,
                node.text("source"));
    }

    private static BigDecimal filedUnit(YamlNode node) {
        BigDecimal yuan = ParameterReader.decimal(node, "filedUnitCny");
        if (yuan != null && yuan.signum() <= 0) {
            throw node.node("filedUnitCny").fault("a unit counts more than nothing");
        }
        return yuan == null ? BigDecimal.ONE : yuan;
    }

    private List<String> codes(String parameter) {
        Parameter found = declared.parameters().get(parameter);
        return found == null ? List.of() : List.copyOf(found.codes().keySet());
    }

    private @Nullable String keys(YamlNode node, List<String> codeKeys) {
        String rangeKey = null;
        for (YamlNode key : node.list("key")) {
            Unit unit = declared.findUnit(key.text());
            if (unit == null) {
                throw key.fault("no parameter '" + key.text() + "'");
            }
            if (unit == Unit.CODE) {
                codeKeys.add(key.text());
            } else if (rangeKey == null) {
                rangeKey = key.text();
            } else {
                throw key.fault("a table has one range key at most");
            }
        }
        return rangeKey;
    }

    private List<String> covers(YamlNode node, List<String> codeKeys, @Nullable String rangeKey) {
        List<String> covers = node.has("covers") ? node.texts("covers") : declared.coverIds();
        List<String> keys = new ArrayList<>(codeKeys);
        if (rangeKey != null) {
            keys.add(rangeKey);
        }
        for (String cover : covers) {
            if (!declared.coverIds().contains(cover)) {
                throw node.node("covers").fault("no cover '" + cover + "'");
            }
            for (String key : keys) {
                if (!declared.isReadableBy(cover, key)) {
                    throw node.fault("cover '" + cover + "' has no parameter '" + key + "'");
                }
            }
        }
        return covers;
    }

    private List<Row> rows(CsvTable table, List<String> codeKeys, boolean ranged, Placement usual) {
        List<Row> rows = new ArrayList<>();
        for (CsvTable.Row line : table.rows()) {
            Row row = faults.collect(() -> row(table, line, codeKeys, ranged, usual));
            if (row != null) {
                rows.add(row);
            }
        }
        return rows;
    }

    private static Row row(CsvTable table, CsvTable.Row line, List<String> codeKeys, boolean ranged, Placement usual) {
        List<String> codes = codeKeys.stream().map(line::text).toList();
        Interval key = ranged ? range(table, line, "at", "from", "to") : null;
        Interval value = range(table, line, "value", "low", "high");
        if (value.low() == null || value.high() == null) {
            throw new RulebookException(line.path(), line.line(), "a value needs both ends");
        }
        String placement = table.columns().contains("placement") ? line.textOrNull("placement") : null;
        return new Row(
                line.id(),
                line.line(),
                codes,
                key,
                value,
                placement == null ? usual : placement(line, placement),
                line.text("source"));
    }

    private static Placement placement(CsvTable.Row line, String name) {
        for (Placement placement : Placement.values()) {
            if (placement.name().equals(name)) {
                return placement;
            }
        }
        throw new RulebookException(line.path(), line.line(), "no placement '" + name + "'");
    }

    /** One number from the column {@code point}, or a range from the columns {@code low} and {@code high}. */
    private static Interval range(CsvTable table, CsvTable.Row line, String point, String low, String high) {
        boolean hasPoint = table.columns().contains(point) && line.textOrNull(point) != null;
        boolean hasRange =
                table.columns().contains(low) && (line.textOrNull(low) != null || line.textOrNull(high) != null);
        if (hasPoint == hasRange) {
            throw new RulebookException(
                    line.path(), line.line(), "fill either '" + point + "' or '" + low + "' and '" + high + "'");
        }
        if (hasPoint) {
            return Interval.point(line.decimal(point));
        }
        return new Interval(
                line.decimalOrNull(low), included(line, low), line.decimalOrNull(high), included(line, high));
    }

    private static boolean included(CsvTable.Row line, String end) {
        String column = end + "_included";
        String text = line.text(column);
        boolean open = line.textOrNull(end) == null;
        if (open ? !text.isEmpty() : !text.equals("true") && !text.equals("false")) {
            throw new RulebookException(
                    line.path(),
                    line.line(),
                    "'" + column + "' must be true or false, and empty where there is no end");
        }
        return text.equals("true");
    }
}
