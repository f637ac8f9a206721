package org.panbao.storage;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Finding;
import org.panbao.base.Messages;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;
import org.panbao.base.Severity;
import org.panbao.base.TextCharacters;

/**
 * What a caller asks of a list: how many, and after which place. Lists are read by key
 * ({@code where (a, b) > (:a, :b) order by a, b limit :limit}), so a page costs the same however far it is.
 *
 * @param list name of the list; a cursor of another list is refused
 * @param after values of the sort columns of the last row seen; empty at the beginning
 */
public record PageRequest(String list, int limit, List<String> after) {

    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 200;

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2101-01-01T00:00:00Z");
    private static final String SEPARATOR = "\u001f";
    private static final Messages MESSAGES = Messages.of(PageRequest.class, "storage");

    public PageRequest {
        after = List.copyOf(after);
    }

    /**
     * Reads the query parameters {@code limit} and {@code cursor}; throws {@link Problem} INVALID_REQUEST on a limit
     * out of 1–200 or a cursor that this service did not write for this list.
     *
     * @param columns how many sort columns the cursor holds
     */
    public static PageRequest of(String list, int columns, @Nullable Integer limit, @Nullable String cursor) {
        int wanted = limit == null ? DEFAULT_LIMIT : limit;
        if (wanted < 1 || wanted > MAX_LIMIT) {
            throw refused("limit", Map.of("maximum", Integer.toString(MAX_LIMIT)));
        }
        return new PageRequest(list, wanted, cursor == null ? List.of() : parse(list, cursor, columns));
    }

    /**
     * The same place of a list whose pages may be larger: as many as {@code limit}, or {@code most} when it is null;
     * throws {@link Problem} INVALID_REQUEST on a limit beyond that.
     */
    public PageRequest upTo(@Nullable Integer limit, int most) {
        int wanted = limit == null ? most : limit;
        if (wanted < 1 || wanted > most) {
            throw refused("limit", Map.of("maximum", Integer.toString(most)));
        }
        return new PageRequest(list, wanted, after);
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

    /** The place after a row of this list, by the values of its sort columns. */
    String cursor(List<String> key) {
        return cursor(list, key);
    }

    private static String cursor(String list, List<String> key) {
        List<String> parts = new ArrayList<>(key);
        parts.add(0, list);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, parts).getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> parse(String list, String cursor, int columns) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            List<String> parts = List.of(text.split(SEPARATOR, -1));
            List<String> key = parts.subList(1, parts.size());
            boolean fit = key.stream().allMatch(TextCharacters::areFit);
            if (fit && key.size() == columns && cursor(list, key).equals(cursor)) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            // not base64; refused below
        }
        throw badCursor();
    }

    private static Problem badCursor() {
        return refused("cursor", Map.of());
    }

    private static Problem refused(String parameter, Map<String, String> values) {
        String code = "parameter-" + parameter;
        Finding finding = new Finding(Severity.ERROR, "", code, MESSAGES.text(code, values));
        return new Problem(ProblemCode.INVALID_REQUEST, Map.of("parameter", parameter), List.of(finding));
    }
}
