package org.panbao.scoring;

import java.math.BigDecimal;
import org.panbao.base.Text;
import org.panbao.profile.EnterpriseFact;
import org.panbao.profile.Plan.Direction;
import org.panbao.rulebook.CsvTable;
import org.panbao.rulebook.Question.AskedIf;
import org.panbao.rulebook.RulebookException;

/** A dimension of risk as its row states it: weight in the whole, inherent base, and for whom it applies. */
record Dimension(String id, Text name, BigDecimal weight, BigDecimal base, AskedIf appliesIf) {

    static Dimension of(CsvTable.Row row) {
        return new Dimension(
                row.id(),
                new Text(row.text("name_zh"), row.text("name_en")),
                row.decimal("weight"),
                row.decimal("base"),
                row.constant("applies_if", AskedIf.class));
    }

    boolean appliesTo(EnterpriseFact enterprise) {
        return switch (appliesIf) {
            case ALWAYS -> true;
            case OPERATIONAL_TECHNOLOGY -> enterprise.operationalTechnology();
            case CONNECTED_VEHICLES -> enterprise.direction() == Direction.CONNECTED_VEHICLES;
            default ->
                throw new RulebookException(
                        "rules/scoring/dimensions.csv", "a dimension cannot depend on " + appliesIf);
        };
    }
}
