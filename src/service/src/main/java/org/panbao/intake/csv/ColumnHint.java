package org.panbao.intake.csv;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.panbao.base.Text;

/** What may stand in a column, for who fills in a template. */
final class ColumnHint {

    private ColumnHint() {}

    static Text of(Column column) {
        Text hint = expected(column);
        if (!column.required()) {
            return hint;
        }
        Text required = CsvWords.text("note.required");
        if (hint.zh().isEmpty()) {
            return required;
        }
        return new Text(required.zh() + " · " + hint.zh(), required.en() + " · " + hint.en());
    }

    /** What may stand in a column, whether or not anything has to. */
    static Text expected(Column column) {
        return switch (column.kind()) {
            case CHOICE, LISTED -> CsvWords.text("note.choices").with("choices", choices(column));
            case YES_NO ->
                CsvWords.text("note.yes-or-no").with("yes", CsvWords.YES).with("no", CsvWords.NO);
            case EMPTY_LIST ->
                CsvWords.text(
                                "note.empty-list",
                                Map.of("table", column.path().get(column.path().size() - 1)))
                        .with("none", CsvWords.NONE);
            case EMPTY_GROUP -> CsvWords.text("note.empty-group").with("none", CsvWords.NONE);
            case INTEGER -> column.hint().zh().isEmpty() ? CsvWords.text("note.number") : column.hint();
            default -> column.hint();
        };
    }

    /** What can be chosen in a column, in words; codes of a list of the release beside their names. */
    static Text choices(Column column) {
        return new Text(choices(column, Text::zh), choices(column, Text::en));
    }

    private static String choices(Column column, Function<Text, String> language) {
        boolean isListed = column.kind() == Column.Kind.LISTED;
        return column.words().entrySet().stream()
                .map(word -> (isListed ? word.getKey() + " " : "") + language.apply(word.getValue()))
                .collect(Collectors.joining(" / "));
    }
}
