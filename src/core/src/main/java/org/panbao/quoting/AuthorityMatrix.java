package org.panbao.quoting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.panbao.coverage.Line;
import org.panbao.profile.Plan.Form;
import org.panbao.rulebook.CsvTable;
import org.panbao.rulebook.Faults;
import org.panbao.rulebook.Rulebook;
import org.panbao.rulebook.RulebookException;

/**
 * Who may decide: form, sum insured by line, whether something has to be put right or dropped, and how low inside a filed
 * row a person may place a coefficient. The rows are {@code rules/gates/authority.csv}, from the least authority to the
 * most.
 */
public final class AuthorityMatrix {

    private static final String PATH = "rules/gates/authority.csv";

    /** Who decides, from the least authority to the most. */
    public enum Authority {
        /** The service on its own. */
        AUTOMATIC,
        UNDERWRITER,
        SENIOR_UNDERWRITER,
        HEAD_OFFICE;

        /** Whether a holder of this authority may decide what needs {@code needed}. */
        public boolean covers(Authority needed) {
            return compareTo(needed) >= 0;
        }
    }

    /**
     * A case as far as authority goes.
     *
     * @param blocked a gate delays the cover or drops a part of it
     */
    public record Case(Form form, Line line, boolean blocked, BigDecimal sumInsuredCny) {}

    private record Row(
            Line line,
            Authority authority,
            @Nullable Form form,
            boolean takesBlocked,
            @Nullable BigDecimal sumInsuredUpToCny,
            BigDecimal lowestPosition) {

        static Row of(CsvTable.Row row) {
            return new Row(
                    row.constant("line", Line.class),
                    row.constant("authority", Authority.class),
                    row.has("form") && !row.text("form").isEmpty() ? row.constant("form", Form.class) : null,
                    !row.has("takes_blocked") || row.yes("takes_blocked"),
                    row.decimalOrNull("sum_insured_up_to_cny"),
                    row.decimal("lowest_position"));
        }

        boolean takesAll() {
            return form == null && takesBlocked && sumInsuredUpToCny == null && lowestPosition.signum() <= 0;
        }

        boolean allows(Case wanted, BigDecimal position) {
            return line == wanted.line()
                    && (form == null || form == wanted.form())
                    && (takesBlocked || !wanted.blocked())
                    && (sumInsuredUpToCny == null || wanted.sumInsuredCny().compareTo(sumInsuredUpToCny) <= 0)
                    && position.compareTo(lowestPosition) >= 0;
        }
    }

    private final List<Row> rows = new ArrayList<>();

    private AuthorityMatrix(Rulebook rulebook) {
        Faults faults = new Faults();
        faults.rows(rulebook.table(PATH), this::add);
        for (Line line : Line.values()) {
            faults.run(() -> requireLast(line));
        }
        faults.throwIfAny(PATH);
    }

    private void add(CsvTable.Row row) {
        Row next = Row.of(row);
        Row before = rows.isEmpty() ? null : rows.get(rows.size() - 1);
        if (before != null && before.line() == next.line() && before.authority().compareTo(next.authority()) >= 0) {
            throw row.fault("authorities of a line must rise");
        }
        rows.add(next);
    }

    private void requireLast(Line line) {
        if (rows.stream().noneMatch(row -> row.line() == line && row.takesAll())) {
            throw new RulebookException(PATH, "nobody may decide on every case of the line " + line);
        }
    }

    /** The matrix of a rulebook. */
    public static AuthorityMatrix of(Rulebook rulebook) {
        return rulebook.view(AuthorityMatrix.class, AuthorityMatrix::new);
    }

    /**
     * The least authority that may decide.
     *
     * @param position lowest place inside a filed row that a person chose, 0 (low end) to 1 (high end); 1 when nobody
     *     chose
     */
    public Authority required(Case wanted, BigDecimal position) {
        for (Row row : rows) {
            if (row.allows(wanted, position)) {
                return row.authority();
            }
        }
        throw new RulebookException(PATH, "nobody may decide on " + wanted + " at " + position);
    }
}
