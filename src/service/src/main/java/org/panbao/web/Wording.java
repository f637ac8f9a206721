package org.panbao.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Text;

/** Writes values in the reader's language. */
final class Wording {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(CHINA);

    private static final String NONE = "—";

    private final boolean english;

    Wording(Locale locale) {
        this.english = locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
    }

    public String language() {
        return english ? "en" : "zh-CN";
    }

    public boolean english() {
        return english;
    }

    public String text(Text text) {
        return english ? text.en() : text.zh();
    }

    /** Yuan with separators and two decimals; a dash when there is none. */
    public String money(@Nullable Object amount) {
        return amount == null ? NONE : format("#,##0.00", amount);
    }

    /** A number with separators and as many decimals as it has. */
    public String number(@Nullable Object number) {
        return number == null ? NONE : format("#,##0.############", number);
    }

    /** A difference in yuan, its sign always written. */
    public String change(BigDecimal amount) {
        return format("+#,##0.00;−#,##0.00", amount);
    }

    /** A number as numbers are written, anything else as it is. */
    public String value(String value) {
        return value.matches("-?[0-9]{1,30}([.][0-9]{1,30})?") ? number(value) : value;
    }

    public String time(Instant instant) {
        return MINUTE.format(instant);
    }

    /** How much larger {@code right} is than {@code left}, with its sign and two decimals; a dash unless both are numbers. */
    public String difference(@Nullable String left, @Nullable String right) {
        if (left == null || right == null) {
            return NONE;
        }
        BigDecimal shown = new BigDecimal(right).subtract(new BigDecimal(left)).setScale(2, RoundingMode.HALF_EVEN);
        return (shown.signum() > 0 ? "+" : "") + money(shown);
    }

    /** The last moment of a term: the day, where it ends with a day, else the minute. */
    public String until(Instant end) {
        ZonedDateTime local = end.atZone(CHINA);
        return local.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? local.toLocalDate().minusDays(1).toString()
                : time(end);
    }

    private static String format(String pattern, Object number) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT))
                .format(new BigDecimal(number.toString()));
    }
}
