package org.panbao.rating;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers of requests: plain decimal text, not negative, neither scientific nor absurdly long. */
public final class PlainNumber {

    private static final Pattern PLAIN = Pattern.compile("\\d{1,15}(\\.\\d{1,8})?");
    private static final Pattern LONG = Pattern.compile("\\d+(\\.\\d+)?");
    private static final Pattern NEGATIVE = Pattern.compile("-\\d+(\\.\\d+)?");
    private static final int SHOWN = 40;

    private PlainNumber() {}

    /** The number, or null when the text is none. */
    public static @Nullable BigDecimal find(String text) {
        return text.length() <= SHOWN && PLAIN.matcher(text).matches() ? new BigDecimal(text) : null;
    }

    /** The number, or null after noting at {@code pointer} what is wrong with it. */
    static @Nullable BigDecimal parse(String text, String pointer, RatingFindings findings) {
        BigDecimal number = find(text);
        if (number != null) {
            return number;
        }
        String shown = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
        Map<String, String> values = Map.of("value", shown);
        if (text.length() <= SHOWN && NEGATIVE.matcher(text).matches()) {
            findings.invalid(pointer, "negative-number", values);
        } else if (text.length() > SHOWN || LONG.matcher(text).matches()) {
            findings.invalid(pointer, "number-too-long", values);
        } else {
            findings.invalid(pointer, "not-a-plain-number", values);
        }
        return null;
    }
}
