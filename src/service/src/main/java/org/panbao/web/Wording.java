package org.panbao.web;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Text;

/** Writes values in the reader's language. */
final class Wording {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.of("Asia/Shanghai"));

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
        return amount == null ? "—" : format("#,##0.00", amount);
    }

    /** A number with separators and as many decimals as it has. */
    public String number(@Nullable Object number) {
        return number == null ? "—" : format("#,##0.############", number);
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

    private static String format(String pattern, Object number) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT))
                .format(new BigDecimal(number.toString()));
    }
}
