package org.panbao.rating;

import java.math.BigDecimal;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Money;
import org.panbao.base.Text;
import org.panbao.rulebook.Interval;
import org.panbao.rulebook.RoundingRule;

/** Values of the domain as maps, lists and strings of a rate-basis record. */
final class RateBasisNodes {

    private RateBasisNodes() {}

    static @Nullable Map<String, Object> range(RatingResult.@Nullable Range range) {
        return range == null ? null : map("minimum", money(range.minimum()), "maximum", money(range.maximum()));
    }

    static @Nullable Map<String, Object> interval(@Nullable Interval interval) {
        return interval == null
                ? null
                : map(
                        "low",
                        plain(interval.low()),
                        "lowIncluded",
                        interval.lowIncluded(),
                        "high",
                        plain(interval.high()),
                        "highIncluded",
                        interval.highIncluded());
    }

    static @Nullable Map<String, Object> rounding(@Nullable RoundingRule rule) {
        return rule == null
                ? null
                : map(
                        "scale",
                        Integer.toString(rule.scale()),
                        "mode",
                        rule.mode().name());
    }

    static Map<String, Object> bilingual(Text text) {
        return map("zh", text.zh(), "en", text.en());
    }

    static @Nullable String money(@Nullable Money money) {
        return money == null ? null : money.toString();
    }

    /** A number keeps its {@code toString}, unlike its plain string; the two differ only where there is an exponent. */
    static @Nullable String plain(@Nullable BigDecimal number) {
        if (number == null) {
            return null;
        }
        String text = number.toString();
        return text.indexOf('E') < 0 ? text : number.toPlainString();
    }

    static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    static <T> List<Object> list(Collection<T> items, Function<T, @Nullable Object> writing) {
        List<Object> written = new ArrayList<>(items.size());
        items.forEach(item -> written.add(writing.apply(item)));
        return written;
    }

    /** Names and values in turn. */
    static Map<String, Object> map(@Nullable Object... namesAndValues) {
        return new Row(namesAndValues);
    }

    /** A few named values in the order given; read through once, so that no table of hashes would pay. */
    private static final class Row extends AbstractMap<String, Object> {

        private final @Nullable Object[] namesAndValues;

        Row(@Nullable Object[] namesAndValues) {
            this.namesAndValues = namesAndValues;
        }

        @Override
        public Set<Entry<String, Object>> entrySet() {
            return new AbstractSet<>() {
                @Override
                public int size() {
                    return namesAndValues.length / 2;
                }

                @Override
                public Iterator<Entry<String, Object>> iterator() {
                    return IntStream.range(0, size()).mapToObj(Row.this::entry).iterator();
                }
            };
        }

        private Entry<String, Object> entry(int place) {
            return new SimpleImmutableEntry<>(String.valueOf(namesAndValues[2 * place]), namesAndValues[2 * place + 1]);
        }
    }
}
