package org.panbao.bench;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.panbao.rulebook.Interval;
import org.panbao.rulebook.LookupTable;
import org.panbao.rulebook.LookupTable.Entry;
import org.panbao.rulebook.LookupTable.Match;

/** A look-up in a table of 10,000 rows; every key asked for has a row. The time includes reading the clock twice. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(time = 1)
@Measurement(time = 1)
public class LookupTableBenchmark {

    private static final int ROWS = 10_000;
    private static final int RANGE_WIDTH = 1_000;
    private static final int KEYS = 4_096; // a power of two, so that the next key is found by a mask
    private static final long SEED = 20260101L;

    private record Key(List<String> codes, BigDecimal number) {}

    /** How the 10,000 rows divide into codes and, within each code, ranges. */
    @Param({"1", "100", "10000"})
    private int codeCount;

    private LookupTable<Integer> table = LookupTable.of(List.of(), false);
    private List<Key> keys = List.of();
    private int next;

    @Setup
    public void build() {
        int ranges = ROWS / codeCount;
        List<Entry<Integer>> entries = new ArrayList<>(ROWS);
        for (int row = 0; row < ROWS; row++) {
            entries.add(new Entry<>(code(row / ranges), range(row % ranges), row));
        }
        table = LookupTable.of(entries, false);
        keys = keys(ranges);
    }

    @Benchmark
    public @Nullable Match<Integer> find() {
        Key key = keys.get(next);
        next = (next + 1) & (KEYS - 1);
        return table.find(key.codes(), key.number());
    }

    private List<Key> keys(int ranges) {
        Random random = new Random(SEED);
        List<Key> drawn = new ArrayList<>(KEYS);
        for (int i = 0; i < KEYS; i++) {
            BigDecimal number = BigDecimal.valueOf(1 + random.nextInt(ranges * RANGE_WIDTH));
            drawn.add(new Key(code(random.nextInt(codeCount)), number));
        }
        return drawn;
    }

    private static List<String> code(int number) {
        return List.of("CODE-" + number);
    }

    /** The range {@code (number × width, (number + 1) × width]}. */
    private static Interval range(int number) {
        long low = (long) number * RANGE_WIDTH;
        return new Interval(BigDecimal.valueOf(low), false, BigDecimal.valueOf(low + RANGE_WIDTH), true);
    }
}
