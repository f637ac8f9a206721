package org.panbao.intake.csv;

import java.util.Map;
import org.panbao.base.Language;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.LongNode;
import tools.jackson.databind.node.StringNode;

/** Cells to values of a plan and back. */
final class CellValues {

    private CellValues() {}

    /**
     * The value of a cell that is not blank. Text that does not fit stays text, and is found by the checks of a plan;
     * nothing is guessed.
     */
    static JsonNode value(Column column, String cell) {
        if (CellText.isMarked(column, cell)) {
            return StringNode.valueOf(CellText.unmarked(cell));
        }
        String text = CellText.normal(column, cell);
        return switch (column.kind()) {
            case INTEGER -> text.matches("-?[0-9]{1,18}") ? LongNode.valueOf(Long.parseLong(text)) : text(text);
            case YES_NO -> yesOrNo(text);
            case CHOICE, LISTED -> text(code(column, text));
            default -> text(text);
        };
    }

    /** The value as a cell, in words where the plan has a code. */
    static String cell(Column column, JsonNode value, Language language) {
        String text = value.asString("");
        return switch (column.kind()) {
            case YES_NO -> language.of(value.asBoolean() ? CsvWords.YES : CsvWords.NO);
            case CHOICE ->
                column.words().containsKey(text) ? language.of(column.words().get(text)) : text;
            default -> CellText.marked(column, text);
        };
    }

    /** Whether the cell of a number, a date, a choice, yes or no says such; false in columns that take any text. */
    static boolean isData(Column column, String cell) {
        JsonNode value = value(column, cell);
        return switch (column.kind()) {
            case INTEGER -> value.isNumber();
            case YES_NO -> value.isBoolean();
            case CHOICE, LISTED -> column.words().containsKey(value.asString());
            case DECIMAL, PERCENT -> value.asString().matches("-?[0-9]+(\\.[0-9]+)?");
            case DATE -> value.asString().matches("[0-9]{4}-[0-9]{2}-[0-9]{2}");
            default -> false;
        };
    }

    private static JsonNode yesOrNo(String text) {
        if (CsvWords.is(CsvWords.YES, text) || text.equalsIgnoreCase("true")) {
            return BooleanNode.TRUE;
        }
        return CsvWords.is(CsvWords.NO, text) || text.equalsIgnoreCase("false") ? BooleanNode.FALSE : text(text);
    }

    private static String code(Column column, String text) {
        return column.words().entrySet().stream()
                .filter(word ->
                        word.getKey().equalsIgnoreCase(text.replace(' ', '_')) || CsvWords.is(word.getValue(), text))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(text);
    }

    private static JsonNode text(String text) {
        return StringNode.valueOf(text);
    }
}
