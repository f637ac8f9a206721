package org.panbao.quoting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.panbao.coverage.Line;
import org.panbao.rulebook.CsvTable;
import org.panbao.rulebook.Faults;
import org.panbao.rulebook.Rulebook;

/**
 * What insurers can carry for one risk, retention and treaties together: {@code rules/gates/capacity.csv}. A row without
 * an insurer holds for all that have none of their own.
 */
final class Capacities {

    private static final String PATH = "rules/gates/capacity.csv";

    private record Row(@Nullable String insurer, Line line, BigDecimal capacityCny) {}

    private final List<Row> rows = new ArrayList<>();

    private Capacities(Rulebook rulebook) {
        // releases made before there was such a table set no bound
        List<CsvTable.Row> table = rulebook.files().files().containsKey(PATH)
                ? rulebook.table(PATH).rows()
                : List.of();
        Faults faults = new Faults();
        table.forEach(row -> faults.run(() -> rows.add(
                new Row(row.textOrNull("insurer"), row.constant("line", Line.class), row.decimal("capacity_cny")))));
        faults.throwIfAny(PATH);
    }

    static Capacities of(Rulebook rulebook) {
        return rulebook.view(Capacities.class, Capacities::new);
    }

    /** Yuan for one risk; null when the release sets no bound. */
    @Nullable
    BigDecimal find(String insurer, Line line) {
        BigDecimal own = find(insurer::equals, line);
        return own == null ? find(Objects::isNull, line) : own;
    }

    private @Nullable BigDecimal find(Predicate<@Nullable String> insurer, Line line) {
        for (Row row : rows) {
            if (row.line() == line && insurer.test(row.insurer())) {
                return row.capacityCny();
            }
        }
        return null;
    }
}
