package org.panbao.documents;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Language;
import org.panbao.base.Messages;
import org.panbao.base.Text;

/** Labels and values in the language of a document. */
final class Words {

    static final String NONE = "—";

    private static final Messages LABELS = Messages.of(Words.class, "documents");
    private static final Messages TERMS = Messages.of(Words.class, "terms");
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.of("Asia/Shanghai"));

    /** Digits of a running premium that are shown; the record has them all. */
    private static final MathContext SHOWN = new MathContext(12);

    private final Language language;

    Words(Language language) {
        this.language = language;
    }

    Language language() {
        return language;
    }

    String of(Text text) {
        return language.of(text);
    }

    /** A label of the document. */
    String label(String key) {
        return of(LABELS.text(key));
    }

    /** A label with every {@code {name}} replaced. */
    String label(String key, Map<String, String> values) {
        return of(LABELS.text(key, values));
    }

    /** The trade's word for a constant, for example {@code term("decision", "ACCEPT")}. */
    String term(String kind, String constant) {
        return of(TERMS.text(kind + "." + constant));
    }

    /** Yuan with separators and two decimals. */
    String money(@Nullable String amount) {
        return amount == null ? NONE : format("#,##0.00", new BigDecimal(amount));
    }

    /** A number with separators, at most twelve significant digits. */
    String number(@Nullable String number) {
        return number == null ? NONE : format("#,##0.############", new BigDecimal(number).round(SHOWN));
    }

    String percent(@Nullable String percent) {
        return percent == null ? NONE : number(percent) + "%";
    }

    String time(Instant instant) {
        return MINUTE.format(instant);
    }

    String yesOrNo(boolean yes) {
        return label(yes ? "yes" : "no");
    }

    static String orNone(@Nullable String text) {
        return text == null || text.isBlank() ? NONE : text;
    }

    private static String format(String pattern, BigDecimal number) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT)).format(number);
    }
}
