package org.panbao.documents;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** How numbers, ranges and times are written for readers: the same in either language, on pages and in documents. */
public final class Figures {

    /** Stands where there is no value. */
    public static final String NONE = "—";

    /** The time zone of everything that is shown. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** Significant digits of a fraction that are shown, of a running premium for example; the record has them all. */
    private static final int DIGITS = 12;

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZONE);

    private Figures() {}

    /** Yuan with separators and two decimals; a dash when there is none. */
    public static String money(@Nullable Object amount) {
        return amount == null ? NONE : format("#,##0.00", decimal(amount));
    }

    /** A number with separators, all digits before the point and twelve significant ones at most; a dash when there is none. */
    public static String number(@Nullable Object number) {
        if (number == null) {
            return NONE;
        }
        BigDecimal exact = decimal(number);
        int whole = exact.precision() - exact.scale();
        return format("#,##0.############", exact.round(new MathContext(Math.max(DIGITS, whole))));
    }

    /** A difference in yuan, its sign always written. */
    public static String change(BigDecimal amount) {
        return format("+#,##0.00;−#,##0.00", amount);
    }

    public static String time(Instant instant) {
        return MINUTE.format(instant);
    }

    /**
     * A range of a rate-basis record as the filing writes it, {@code (50, 100]}, and a single value as itself; null when
     * there is none.
     */
    public static @Nullable String range(JsonNode range, UnaryOperator<String> written) {
        if (!range.isObject()) {
            return null;
        }
        String low = bound(range.path("low"), "−∞", written);
        String high = bound(range.path("high"), "+∞", written);
        if (low.equals(high)) {
            return low;
        }
        return (range.path("lowIncluded").asBoolean(false) ? "[" : "(") + low + ", " + high
                + (range.path("highIncluded").asBoolean(false) ? "]" : ")");
    }

    private static String bound(JsonNode bound, String none, UnaryOperator<String> written) {
        return bound.isString() ? written.apply(bound.asString()) : none;
    }

    private static BigDecimal decimal(Object number) {
        return new BigDecimal(number.toString());
    }

    private static String format(String pattern, BigDecimal number) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT)).format(number);
    }
}
