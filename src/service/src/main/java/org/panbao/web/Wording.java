package org.panbao.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Language;
import org.panbao.base.Text;
import org.panbao.documents.Figures;

/** Writes values in the reader's language. */
final class Wording {

    private final Language language;

    Wording(Locale locale) {
        this.language = Language.of(locale);
    }

    public String language() {
        return language.tag();
    }

    /** The one that the reader can switch to. */
    public String otherLanguage() {
        return (english() ? Language.ZH : Language.EN).tag();
    }

    public boolean english() {
        return language == Language.EN;
    }

    public String text(Text text) {
        return language.of(text);
    }

    public String money(@Nullable Object amount) {
        return Figures.money(amount);
    }

    public String number(@Nullable Object number) {
        return Figures.number(number);
    }

    public String change(BigDecimal amount) {
        return Figures.change(amount);
    }

    /** A number as numbers are written, anything else as it is. */
    public String value(String value) {
        return value.matches("-?[0-9]{1,30}([.][0-9]{1,30})?") ? number(value) : value;
    }

    /** A whole number, for a message that has a singular. */
    public int whole(String number) {
        return Integer.parseInt(number);
    }

    public String time(Instant instant) {
        return Figures.time(instant);
    }

    /** How much larger {@code right} is than {@code left}, with its sign and two decimals; a dash unless both are numbers. */
    public String difference(@Nullable String left, @Nullable String right) {
        if (left == null || right == null) {
            return Figures.NONE;
        }
        BigDecimal shown = new BigDecimal(right).subtract(new BigDecimal(left)).setScale(2, RoundingMode.HALF_EVEN);
        return (shown.signum() > 0 ? "+" : "") + money(shown);
    }

    /** The last moment of a term: the day, where it ends with a day, else the minute. */
    public String until(Instant end) {
        ZonedDateTime local = end.atZone(Figures.ZONE);
        return local.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? local.toLocalDate().minusDays(1).toString()
                : time(end);
    }
}
