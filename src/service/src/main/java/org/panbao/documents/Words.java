package org.panbao.documents;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Language;
import org.panbao.base.Messages;
import org.panbao.base.Text;
import org.panbao.rulebook.Unit;

/** Labels and values in the language of a document. */
final class Words {

    private static final Messages LABELS = Messages.of(Words.class, "documents");
    private static final Messages TERMS = Messages.of(Words.class, "terms");

    private static final Set<Unit> COUNTED = Set.of(Unit.DAYS, Unit.MONTHS, Unit.YEARS);

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

    /** What stands behind a number of this unit, in the singular behind a one. */
    String unit(Unit unit, String value) {
        boolean one = COUNTED.contains(unit) && new BigDecimal(value).compareTo(BigDecimal.ONE) == 0;
        return term("unit", one ? unit.name() + ".one" : unit.name());
    }

    /** A length of time in whole months. */
    String months(long months) {
        return label(months == 1 ? "months.one" : "months", Map.of("months", Long.toString(months)));
    }

    String money(@Nullable String amount) {
        return Figures.money(amount);
    }

    String number(@Nullable String number) {
        return Figures.number(number);
    }

    String percent(@Nullable String percent) {
        return percent == null ? Figures.NONE : number(percent) + "%";
    }

    String time(Instant instant) {
        return label("beijing-time", Map.of("time", Figures.time(instant)));
    }

    String yesOrNo(boolean yes) {
        return label(yes ? "yes" : "no");
    }

    static String orNone(@Nullable String text) {
        return text == null || text.isBlank() ? Figures.NONE : text;
    }
}
