package org.panbao.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.panbao.base.Finding;
import org.panbao.base.Problem;
import org.panbao.rating.RatingFixtures.Request;
import org.panbao.rulebook.CsvTable;

/**
 * Every end of every row of the shipped tariffs: just below, on it, just above. What is expected is worked out here from
 * the lines of the files, without the calculator, its tables or its steps.
 */
class RowEndTest {

    private static final BigDecimal MILLION = new BigDecimal("1000000");
    private static final BigDecimal FEN = new BigDecimal("0.01");
    private static final BigDecimal QUANTUM = new BigDecimal("0.0001");

    /** How a key is asked for, and how the filing's values move. */
    private record Table(
            String product,
            String file,
            String coefficient,
            boolean falling,
            boolean placed,
            boolean joinedPoints,
            BigDecimal step,
            BiFunction<Request, String, Request> ask) {}

    record Probe(Table table, BigDecimal key) {
        @Override
        public String toString() {
            return table.product + " " + table.coefficient + " at " + key.toPlainString();
        }
    }

    private static final List<Table> TABLES = List.of(
            a("dr-limit", "DR_LIMIT", true, true, FEN, (r, k) -> r.cover("DR", "limit", k)),
            a("ir-limit", "IR_LIMIT", true, true, FEN, (r, k) -> r.cover("IR", "limit", k)),
            a("bi-daily-limit", "BI_DAILY_LIMIT", true, true, FEN, (r, k) -> r.cover("BI", "dailyLimit", k)),
            a("bi-period", "BI_PERIOD", true, true, QUANTUM, (r, k) -> r.cover("BI", "indemnityDays", k)),
            a("aggregate-ratio", "AGGREGATE_RATIO", false, true, QUANTUM, (r, k) -> ratios(k, MILLION)),
            a("event-ratio", "EVENT_RATIO", true, true, QUANTUM, (r, k) -> ratios(k, new BigDecimal("10000000"))),
            a("retroactive", "RETROACTIVE", false, false, QUANTUM, (r, k) -> r.parameter("retroactiveYears", k)),
            a("risk-management", "RISK_MANAGEMENT", true, true, QUANTUM, Request::score),
            a("deductible", "DEDUCTIBLE@DR", true, false, QUANTUM, (r, k) -> r.cover("DR", "deductiblePercent", k)),
            a("waiting", "WAITING@BI", true, false, QUANTUM, (r, k) -> r.cover("BI", "waitingDays", k)),
            a("loss-ratio", "LOSS_RATIO", false, false, QUANTUM, (r, k) -> r.parameter("lossRatioPercent", k)),
            d("deductible", "DEDUCTIBLE", true, FEN, (r, k) -> r.parameter("deductible", k)),
            d(
                    "event-limit",
                    "EVENT_LIMIT",
                    false,
                    FEN,
                    (r, k) -> r.parameter("perEventLimit", k).parameter("deductible", "0")),
            d(
                    "aggregate-limit",
                    "AGGREGATE_LIMIT",
                    true,
                    FEN,
                    (r, k) -> r.cover("CYBER", "limit", k)
                            .parameter("perEventLimit", k)
                            .parameter("deductible", "0")),
            dRow("loss-ratio", "LOSS_RATIO", false, false, QUANTUM, (r, k) -> r.parameter("lossRatioPercent", k)),
            dRow("renewal", "RENEWAL", true, false, QUANTUM, (r, k) -> r.parameter("renewalYears", k)),
            dRow("risk-management", "RISK_MANAGEMENT", true, true, QUANTUM, Request::score),
            dRow("revenue", "REVENUE", false, true, FEN, (r, k) -> r.parameter("annualRevenue", k)));

    private static Table a(
            String file,
            String id,
            boolean falling,
            boolean placed,
            BigDecimal step,
            BiFunction<Request, String, Request> ask) {
        return new Table("sample-a", file, id, falling, placed, false, step, ask);
    }

    private static Table d(
            String file, String id, boolean falling, BigDecimal step, BiFunction<Request, String, Request> ask) {
        return new Table("sample-d", file, id, falling, true, true, step, ask);
    }

    private static Table dRow(
            String file,
            String id,
            boolean falling,
            boolean placed,
            BigDecimal step,
            BiFunction<Request, String, Request> ask) {
        return new Table("sample-d", file, id, falling, placed, false, step, ask);
    }

    /** One cover of tariff A, so that the ratio of the limits is the key: aggregate over a million. */
    private static Request ratios(String key, BigDecimal limit) {
        String aggregate = new BigDecimal(key).multiply(MILLION).toPlainString();
        Request request =
                new Request().cover("DR", "limit", limit.toPlainString()).score("50");
        return limit.equals(MILLION)
                ? request.parameter("aggregateLimit", aggregate)
                : request.parameter("aggregateLimit", aggregate).parameter("perEventLimit", MILLION.toPlainString());
    }

    private static Request threeCoversOfA() {
        return new Request()
                .cover("DR", "limit", "1500000")
                .cover("IR", "limit", "1200000")
                .cover("BI", "dailyLimit", "30000")
                .cover("BI", "indemnityDays", "45")
                .score("65");
    }

    private static List<CsvTable.Row> rows(Table table) {
        String path = "rules/products/" + table.product() + "/coefficients/" + table.file() + ".csv";
        return CsvTable.read(RatingFixtures.shippedFiles(), path).rows();
    }

    private static @Nullable BigDecimal cell(CsvTable.Row row, String column) {
        return row.cells().containsKey(column) ? row.decimalOrNull(column) : null;
    }

    private static @Nullable BigDecimal from(CsvTable.Row row) {
        BigDecimal at = cell(row, "at");
        return at == null ? cell(row, "from") : at;
    }

    private static @Nullable BigDecimal to(CsvTable.Row row) {
        BigDecimal at = cell(row, "at");
        return at == null ? cell(row, "to") : at;
    }

    static Stream<Probe> probes() {
        List<Probe> probes = new ArrayList<>();
        for (Table table : TABLES) {
            TreeSet<BigDecimal> ends = new TreeSet<>();
            for (CsvTable.Row row : rows(table)) {
                BigDecimal from = from(row);
                BigDecimal to = to(row);
                if (from != null) {
                    ends.add(from);
                }
                if (to != null) {
                    ends.add(to);
                }
            }
            for (BigDecimal end : ends) {
                for (BigDecimal key : List.of(end.subtract(table.step()), end, end.add(table.step()))) {
                    boolean score = table.file().equals("risk-management");
                    if (key.signum() > 0 && !(score && key.compareTo(new BigDecimal("100")) > 0)) {
                        probes.add(new Probe(table, key));
                    }
                }
            }
        }
        return probes.stream();
    }

    private static boolean contains(CsvTable.Row row, BigDecimal key) {
        if (cell(row, "at") != null) {
            return key.compareTo(row.decimal("at")) == 0;
        }
        BigDecimal from = cell(row, "from");
        BigDecimal to = cell(row, "to");
        boolean above = from == null
                || key.compareTo(from) > 0
                || (key.compareTo(from) == 0 && row.text("from_included").equals("true"));
        boolean below = to == null
                || key.compareTo(to) < 0
                || (key.compareTo(to) == 0 && row.text("to_included").equals("true"));
        return above && below;
    }

    /** The coefficient by the words of the filing; null when it has to be chosen; empty text when off the table. */
    private static @Nullable String expected(Table table, BigDecimal key) {
        CsvTable.Row before = null;
        for (CsvTable.Row row : rows(table)) {
            if (contains(row, key)) {
                return inRow(table, row, key);
            }
            BigDecimal from = from(row);
            if (from != null && key.compareTo(from) < 0) {
                return before == null || !table.joinedPoints()
                        ? ""
                        : line(key, to(before), from, before.decimal("value"), row.decimal("value"));
            }
            before = row;
        }
        return "";
    }

    private static @Nullable String inRow(Table table, CsvTable.Row row, BigDecimal key) {
        BigDecimal value = cell(row, "value");
        if (value != null) {
            return value.setScale(4).toPlainString();
        }
        if (!table.placed()
                || (row.cells().containsKey("placement")
                        && !row.text("placement").isEmpty())) {
            return null;
        }
        BigDecimal low = row.decimal("low");
        BigDecimal high = row.decimal("high");
        BigDecimal first = table.falling() ? high : low;
        BigDecimal last = table.falling() ? low : high;
        BigDecimal placed = to(row) == null ? first : new BigDecimal(line(key, from(row), to(row), first, last));
        BigDecimal least = row.text("low_included").equals("true") ? low : low.add(QUANTUM);
        BigDecimal most = row.text("high_included").equals("true") ? high : high.subtract(QUANTUM);
        return placed.max(least).min(most).setScale(4).toPlainString();
    }

    private static String line(
            BigDecimal key, @Nullable BigDecimal from, @Nullable BigDecimal to, BigDecimal first, BigDecimal last) {
        if (from == null || to == null) {
            throw new IllegalArgumentException("a line needs two ends");
        }
        BigDecimal share = key.subtract(from).divide(to.subtract(from), new MathContext(60));
        return first.add(last.subtract(first).multiply(share))
                .setScale(30, RoundingMode.HALF_UP)
                .setScale(4, RoundingMode.HALF_UP)
                .toPlainString();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("probes")
    void givesWhatTheFiledRowSays(Probe probe) {
        Table table = probe.table();
        Request base = table.product().equals("sample-a")
                ? threeCoversOfA()
                : RatingFixtures.goldenD()
                        .withoutChoice("LOSS_RATIO")
                        .withoutChoice("RISK_MANAGEMENT")
                        .score("50");
        Request request = table.ask().apply(base, probe.key().toPlainString());
        String expected = expected(table, probe.key());
        if (expected != null && expected.isEmpty()) {
            assertThatThrownBy(() -> request.rate(table.product()))
                    .isInstanceOfSatisfying(
                            Problem.class,
                            problem -> assertThat(problem.findings())
                                    .extracting(Finding::code)
                                    .containsAnyOf("off-table", "aggregate-above-sum"));
            return;
        }
        RatingResult result = request.rate(table.product());
        String id = table.coefficient().split("@")[0];
        if (expected == null) {
            assertThat(result.unresolved()).anyMatch(open -> open.coefficient().equals(id));
        } else {
            assertThat(result.steps().stream()
                            .filter(step -> step.register().equals(table.coefficient())
                                    || step.register().startsWith(id + "@"))
                            .filter(step -> step.cover() == null
                                    || !table.coefficient().contains("@")
                                    || table.coefficient().endsWith("@" + step.cover()))
                            .reduce((first, second) -> second)
                            .orElseThrow()
                            .value())
                    .isEqualByComparingTo(expected);
        }
    }
}
