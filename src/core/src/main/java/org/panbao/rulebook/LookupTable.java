package org.panbao.rulebook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A table asked by any number of equal keys and at most one range key: equal keys by hash, the range key by binary
 * search. Answers are made when the table is built, so that a look-up allocates nothing.
 *
 * @param <R> what a row holds
 */
public final class LookupTable<R> {

    /** A row on its way into a table; {@code range} is null when equal keys alone select it. */
    public record Entry<R>(List<String> codes, @Nullable Interval range, R row) {

        public Entry {
            codes = List.copyOf(codes);
        }
    }

    /** Where a key fell. */
    public enum Position {
        /** Inside {@code row}. */
        INSIDE,
        /** In the gap between {@code row} and {@code next}, which the table says to bridge. */
        BETWEEN,
        /** Below the first row, which is {@code row}. */
        BELOW,
        /** Above the last row, which is {@code row}. */
        ABOVE,
        /** In a gap that nothing bridges; {@code row} is the row below it. */
        GAP
    }

    /** The answer to a look-up; {@code next} is the same as {@code row} unless the key fell between two rows. */
    public record Match<R>(Position position, R row, R next) {}

    private static final class Node<R> {
        private final Map<String, Node<R>> children = new HashMap<>();
        private final List<Entry<R>> entries = new ArrayList<>();
        private @Nullable Segment<R> segment;
    }

    private final Node<R> root;
    private final int size;

    private LookupTable(Node<R> root, int size) {
        this.root = root;
        this.size = size;
    }

    /**
     * Builds the index. Throws {@link IllegalArgumentException} when two rows answer the same key.
     *
     * @param bridged whether keys between two rows are answered by both, for interpolation
     */
    public static <R> LookupTable<R> of(List<Entry<R>> entries, boolean bridged) {
        Node<R> root = new Node<>();
        List<Node<R>> leaves = new ArrayList<>();
        for (Entry<R> entry : entries) {
            Node<R> node = root;
            for (String code : entry.codes()) {
                node = node.children.computeIfAbsent(code, unused -> new Node<>());
            }
            if (node.entries.isEmpty()) {
                leaves.add(node);
            }
            node.entries.add(entry);
        }
        for (Node<R> leaf : leaves) {
            leaf.segment = new Segment<>(leaf.entries, bridged);
        }
        return new LookupTable<>(root, entries.size());
    }

    /** Number of rows. */
    public int size() {
        return size;
    }

    /**
     * Looks up equal keys and a range key.
     *
     * @return null when no row has these equal keys
     */
    public @Nullable Match<R> find(List<String> codes, @Nullable BigDecimal key) {
        Node<R> node = root;
        for (int i = 0; i < codes.size() && node != null; i++) {
            node = node.children.get(codes.get(i));
        }
        return node == null || node.segment == null ? null : node.segment.find(key);
    }

    /** Looks up by the range key alone. */
    public @Nullable Match<R> find(BigDecimal key) {
        return root.segment == null ? null : root.segment.find(key);
    }

    /** Whatever has a range, in the order of the lower ends; an end that belongs to its range comes first. */
    static <T> List<T> sortedByRange(List<T> unsorted, Function<T, @Nullable Interval> range) {
        List<T> sorted = new ArrayList<>(unsorted);
        sorted.sort((a, b) -> compareStarts(range.apply(a), range.apply(b)));
        return sorted;
    }

    private static int compareStarts(@Nullable Interval a, @Nullable Interval b) {
        BigDecimal startOfA = a == null ? null : a.low();
        BigDecimal startOfB = b == null ? null : b.low();
        if (a == null || b == null || startOfA == null || startOfB == null) {
            return Boolean.compare(startOfA != null, startOfB != null);
        }
        int order = startOfA.compareTo(startOfB);
        return order != 0 ? order : Boolean.compare(b.lowIncluded(), a.lowIncluded());
    }

    /** Whether no number belongs to both, the first lying below the second. */
    static boolean areApart(Interval below, Interval above) {
        BigDecimal end = below.high();
        BigDecimal start = above.low();
        if (end == null || start == null) {
            return false;
        }
        int order = end.compareTo(start);
        return order < 0 || (order == 0 && !(below.highIncluded() && above.lowIncluded()));
    }

    /** The rows that share their equal keys, sorted by their ranges, with the answers prepared. */
    private static final class Segment<R> {
        private final List<Entry<R>> sorted;
        /** Lower ends as doubles: rounding never swaps two numbers, so they narrow the search and decide nothing. */
        private final double[] starts;

        private final List<Match<R>> inside = new ArrayList<>();
        private final List<Match<R>> after = new ArrayList<>();
        private final Match<R> below;

        Segment(List<Entry<R>> entries, boolean bridged) {
            sorted = sortedByRange(entries, Entry::range);
            starts = sorted.stream().mapToDouble(Segment::start).toArray();
            R first = sorted.get(0).row();
            below = new Match<>(Position.BELOW, first, first);
            for (int i = 0; i < sorted.size(); i++) {
                R row = sorted.get(i).row();
                inside.add(new Match<>(Position.INSIDE, row, row));
                if (i + 1 == sorted.size()) {
                    after.add(new Match<>(Position.ABOVE, row, row));
                } else {
                    refuseOverlap(sorted.get(i), sorted.get(i + 1));
                    R next = sorted.get(i + 1).row();
                    after.add(new Match<>(bridged ? Position.BETWEEN : Position.GAP, row, next));
                }
            }
        }

        private static <R> void refuseOverlap(Entry<R> lower, Entry<R> upper) {
            Interval below = lower.range();
            Interval above = upper.range();
            if (below == null || above == null || !areApart(below, above)) {
                throw new IllegalArgumentException(lower.row() + " and " + upper.row() + " overlap");
            }
        }

        Match<R> find(@Nullable BigDecimal key) {
            if (key == null) {
                return inside.get(0);
            }
            int candidate = lastStartAtOrBefore(key.doubleValue());
            while (candidate >= 0 && !startsAtOrBefore(candidate, key)) {
                candidate--;
            }
            if (candidate < 0) {
                return below;
            }
            Interval range = sorted.get(candidate).range();
            return range == null || range.endsAtOrAfter(key) ? inside.get(candidate) : after.get(candidate);
        }

        private boolean startsAtOrBefore(int row, BigDecimal key) {
            Interval range = sorted.get(row).range();
            return range == null || range.startsAtOrBefore(key);
        }

        private int lastStartAtOrBefore(double key) {
            int lowest = 0;
            int highest = starts.length - 1;
            while (lowest <= highest) {
                int middle = (lowest + highest) >>> 1;
                if (starts[middle] <= key) {
                    lowest = middle + 1;
                } else {
                    highest = middle - 1;
                }
            }
            return highest;
        }

        private static <R> double start(Entry<R> entry) {
            Interval range = entry.range();
            BigDecimal low = range == null ? null : range.low();
            return low == null ? Double.NEGATIVE_INFINITY : low.doubleValue();
        }
    }
}
