package org.panbao.coverage;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Text;
import org.panbao.rulebook.CoverStatus;
import org.panbao.rulebook.CsvTable;

/** A row of the catalogue {@code rules/coverage/items.csv}. */
record CoverItem(
        String code,
        Text name,
        Line line,
        InsurableValue.Basis basis,
        CoverStatus status,
        BigDecimal limitSharePercent,
        @Nullable BigDecimal deductiblePercent,
        @Nullable BigDecimal waitingHours) {

    static CoverItem of(CsvTable.Row row) {
        return new CoverItem(
                row.id(),
                new Text(row.text("name_zh"), row.text("name_en")),
                row.constant("line", Line.class),
                row.constant("basis", InsurableValue.Basis.class),
                row.constant("status", CoverStatus.class),
                row.decimal("limit_share_percent"),
                row.decimalOrNull("deductible_percent"),
                row.decimalOrNull("waiting_hours"));
    }
}
