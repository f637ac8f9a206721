package org.panbao.intake.csv;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Text;
import org.panbao.intake.csv.PlanAssembler.Assembled;
import org.panbao.intake.csv.PlanPlaces.Place;
import org.panbao.intake.parse.Excerpt;
import org.panbao.intake.parse.Wording;

/** Findings in words for who filled in cells: what may stand there as the templates say it, places by file and row. */
final class CellWording implements Wording {

    private static final Set<String> NOT_CHOSEN =
            Set.of("not-in-list", "wrong-format", "wrong-type-string", "scenario-unknown");

    private final TableLayout layout;
    private final Assembled plan;

    CellWording(TableLayout layout, Assembled plan) {
        this.layout = layout;
        this.plan = plan;
    }

    @Override
    public @Nullable Text sentence(String code, String pointer) {
        Column column = layout.columnAt(pointer);
        if (column == null) {
            return null;
        }
        Text text = switch (column.kind()) {
            case YES_NO -> code.equals("wrong-type-boolean") ? ColumnHint.expected(column) : null;
            case INTEGER -> code.equals("wrong-type-integer") ? CsvWords.text("cell.whole-number") : null;
            case CHOICE, LISTED -> NOT_CHOSEN.contains(code) ? ColumnHint.expected(column) : null;
            default -> null;
        };
        if (text != null) {
            return CsvWords.text("cell.expected")
                    .with("expected", text)
                    .with("value", Excerpt.of(plan.document().at(pointer).asString("")));
        }
        Text self = column.words().get("SELF");
        return self != null && code.equals("self-not-marked")
                ? CsvWords.text("cell.self-not-marked").with("self", self)
                : null;
    }

    @Override
    public Text place(String pointer) {
        Place place = plan.places().of(pointer);
        return CsvWords.text("cell.place", Map.of("file", place.file(), "row", Integer.toString(place.row())));
    }
}
