package org.panbao.quoting;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.panbao.rulebook.CsvTable;
import org.panbao.rulebook.Product;
import org.panbao.rulebook.Rulebook;
import org.panbao.rulebook.RulebookException;

/**
 * Who may decide alone: by line, up to a sum insured, and down to a position of free choices inside their filed rows
 * ({@code rules/gates/authority.csv}).
 */
public final class AuthorityMatrix {

    private static final String PATH = "rules/gates/authority.csv";

    /** Authorities, from the least to the greatest. */
    public enum Authority {
        AUTOMATIC,
        UNDERWRITER,
        SENIOR_UNDERWRITER,
        HEAD_OFFICE;

        /** Whether a holder of this authority may decide what needs {@code needed}. */
        public boolean covers(Authority needed) {
            return compareTo(needed) >= 0;
        }
    }

    private record Row(
            String line, Authority authority, @Nullable BigDecimal sumInsuredUpToCny, BigDecimal lowestPosition) {
        boolean allows(BigDecimal sumInsuredCny, BigDecimal position) {
            return (sumInsuredUpToCny == null || sumInsuredCny.compareTo(sumInsuredUpToCny) <= 0)
                    && position.compareTo(lowestPosition) >= 0;
        }
    }

    private final List<Row> rows;

    private AuthorityMatrix(Rulebook rulebook) {
        rows = rulebook.table(PATH).rows().stream().map(AuthorityMatrix::row).toList();
    }

    /** The matrix of a release. */
    public static AuthorityMatrix of(Rulebook rulebook) {
        return rulebook.view(AuthorityMatrix.class, AuthorityMatrix::new);
    }

    /**
     * The least authority that may decide.
     *
     * @param position of the lowest free choice inside its row, 0 to 1; 1 when nothing was chosen freely
     */
    public Authority needed(Product.Line line, BigDecimal sumInsuredCny, BigDecimal position) {
        // products of mixed lines are judged as the line with the tighter limits
        String asLine = line == Product.Line.PROPERTY ? "PROPERTY" : "LIABILITY";
        return rows.stream()
                .filter(row -> row.line().equals(asLine))
                .filter(row -> row.allows(sumInsuredCny, position))
                .map(Row::authority)
                .min(Authority::compareTo)
                .orElseThrow(() -> new RulebookException(PATH, "no authority without end for the line " + asLine));
    }

    private static Row row(CsvTable.Row row) {
        return new Row(
                row.text("line"),
                row.constant("authority", Authority.class),
                row.decimalOrNull("sum_insured_up_to_cny"),
                row.decimal("lowest_position"));
    }
}
