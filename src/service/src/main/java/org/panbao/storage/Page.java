package org.panbao.storage;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param nextCursor give it back to get the following page; null on the last one
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {

    public Page {
        items = List.copyOf(items);
    }

    /**
     * The page of {@code rows}, which were read with {@link PageRequest#fetch()} as the limit: one row more than shown
     * tells that there is another page.
     *
     * @param key the column values that the list is sorted by, in order; the last one is unique
     */
    public static <T> Page<T> of(List<T> rows, PageRequest request, Function<T, List<String>> key) {
        if (rows.size() <= request.limit()) {
            return new Page<>(rows, null);
        }
        List<T> shown = rows.subList(0, request.limit());
        return new Page<>(shown, request.cursor(key.apply(shown.get(shown.size() - 1))));
    }

    /** The same page with other items. */
    public <R> Page<R> map(Function<? super T, ? extends R> change) {
        return new Page<>(items.stream().<R>map(change).toList(), nextCursor);
    }
}
