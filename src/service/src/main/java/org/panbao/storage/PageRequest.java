package org.panbao.storage;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;
import org.panbao.base.TextCharacters;

/**
 * What a caller asks of a list: how many, and after which place. Lists are read by key
 * ({@code where (a, b) > (:a, :b) order by a, b limit :limit}), so a page costs the same however far it is.
 *
 * @param after values of the sort columns of the last row seen; empty at the beginning
 */
public record PageRequest(int limit, List<String> after) {

    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 200;

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2101-01-01T00:00:00Z");
    private static final String SEPARATOR = "\u001f";

    public PageRequest {
        after = List.copyOf(after);
    }

    /**
     * Reads the query parameters {@code limit} and {@code cursor}; throws {@link Problem} INVALID_REQUEST on a limit
     * out of 1–200 or a cursor that this service did not write.
     *
     * @param columns how many sort columns the cursor holds
     */
    public static PageRequest of(@Nullable Integer limit, @Nullable String cursor, int columns) {
        int wanted = limit == null ? DEFAULT_LIMIT : limit;
        if (wanted < 1 || wanted > MAX_LIMIT) {
            throw new Problem(ProblemCode.INVALID_REQUEST, Map.of("parameter", "limit"));
        }
        return new PageRequest(wanted, cursor == null ? List.of() : parse(cursor, columns));
    }

    /** How many rows to read: one more than is shown. */
    public int fetch() {
        return limit + 1;
    }

    /** The place as one number, 0 at the beginning; for lists sorted by a number alone. */
    public long afterNumber() {
        try {
            return after.isEmpty() ? 0 : Long.parseLong(after.get(0));
        } catch (NumberFormatException e) {
            throw badCursor();
        }
    }

    /** The place as one text, empty at the beginning; for lists sorted by a code alone. */
    public String afterText() {
        return after.isEmpty() ? "" : after.get(0);
    }

    /** A value of the place as an instant between the years 2000 and 2100. */
    public Instant afterInstant(int column) {
        try {
            Instant instant = Instant.parse(after.get(column));
            if (isPlausible(instant)) {
                return instant;
            }
        } catch (DateTimeException e) {
            // refused below
        }
        throw badCursor();
    }

    /** Whether a moment is between the years 2000 and 2100. */
    public static boolean isPlausible(Instant instant) {
        return !instant.isBefore(EARLIEST) && instant.isBefore(LATEST);
    }

    /** A value of the place as an id. */
    public UUID afterId(int column) {
        try {
            return UUID.fromString(after.get(column));
        } catch (IllegalArgumentException e) {
            throw badCursor();
        }
    }

    static String cursor(List<String> key) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, key).getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> parse(String cursor, int columns) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            List<String> key = List.of(text.split(SEPARATOR, -1));
            boolean fit = key.stream().allMatch(TextCharacters::areFit);
            if (fit && key.size() == columns && cursor(key).equals(cursor)) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            // not base64; refused below
        }
        throw badCursor();
    }

    private static Problem badCursor() {
        return new Problem(ProblemCode.INVALID_REQUEST, Map.of("parameter", "cursor"));
    }
}
