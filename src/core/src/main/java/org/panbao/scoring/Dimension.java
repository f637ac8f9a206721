package org.panbao.scoring;

import java.math.BigDecimal;
import java.util.Objects;
import org.panbao.base.Text;
import org.panbao.profile.EnterpriseFact;
import org.panbao.rulebook.CsvTable;
import org.panbao.rulebook.Question.AskedIf;

/**
 * A dimension of risk as its row states it.
 *
 * @param weight weight in the overall score where no pack gives it a greater one
 * @param effectivenessWeight weight in control effectiveness, which a filed row reads; zero leaves it out
 * @param base inherent risk before any rule hits
 */
record Dimension(
        String id, Text name, BigDecimal weight, BigDecimal effectivenessWeight, BigDecimal base, AskedIf appliesIf) {

    private static final String EFFECTIVENESS = "effectiveness_weight";

    static Dimension of(CsvTable.Row row) {
        BigDecimal weight = row.decimal("weight");
        return new Dimension(
                row.id(),
                new Text(row.text("name_zh"), row.text("name_en")),
                weight,
                row.has(EFFECTIVENESS) ? Objects.requireNonNullElse(row.decimalOrNull(EFFECTIVENESS), weight) : weight,
                row.decimal("base"),
                PackConditions.of(row, row.text("applies_if")));
    }

    boolean appliesTo(EnterpriseFact enterprise) {
        return PackConditions.hold(appliesIf, enterprise);
    }
}
