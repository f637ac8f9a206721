package org.panbao.intake.csv;

import java.util.Map;
import org.panbao.base.Messages;
import org.panbao.base.Text;

/** The words of the exchange in both languages: findings, yes and no, notes of the templates. */
final class CsvWords {

    private static final Messages MESSAGES = Messages.of(CsvWords.class, "intake-csv");
    private static final Messages PLAN_MESSAGES = Messages.of(CsvWords.class, "intake");

    static final Text YES = MESSAGES.text("word.yes");
    static final Text NO = MESSAGES.text("word.no");
    static final Text NONE = MESSAGES.text("word.none");

    /** Code of the finding that ends those that are listed. */
    static final String TOO_MANY = "too-many-findings";

    private CsvWords() {}

    static Text text(String key) {
        return MESSAGES.text(key);
    }

    static Text text(String key, Map<String, String> values) {
        return MESSAGES.text(key, values);
    }

    /** Message of {@link #TOO_MANY}, which is that of plans. */
    static Text tooMany() {
        return PLAN_MESSAGES.text(TOO_MANY);
    }

    /** Whether a cell has this word, in either language and in whatever case. */
    static boolean is(Text word, String cell) {
        return cell.equalsIgnoreCase(word.zh()) || cell.equalsIgnoreCase(word.en());
    }
}
