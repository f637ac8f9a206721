package org.panbao.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import tools.jackson.databind.JsonNode;

/**
 * How a premium comes about, from the base premium to what is paid, all covers together. Every bar is the sum of what
 * the steps of one subject moved, and ends on a whole fen, so the bars as they are shown add up to the total exactly.
 */
record Waterfall(List<Bar> bars) {

    private static final String SUM = "SUM";
    private static final String VAT = "VAT";
    private static final int FEN_DECIMALS = 2;

    Waterfall {
        bars = List.copyOf(bars);
    }

    /**
     * What one subject moved.
     *
     * @param subject id of a coefficient or cap, or the operation: {@code BASE}, {@code ROUND}, {@code SHORT_TERM} …
     * @param from running premium in yuan before
     * @param to running premium in yuan after
     */
    record Bar(String subject, BigDecimal from, BigDecimal to) {

        public BigDecimal change() {
            return to.subtract(from);
        }
    }

    /** The bars of a rate-basis record, subjects of low rank first; empty when it has no premium. */
    static Waterfall of(JsonNode record, ToIntFunction<String> rank) {
        Map<String, BigDecimal> changes = new LinkedHashMap<>();
        for (JsonNode step : record.path("steps")) {
            String register = step.path("register").asString("");
            // the sum of the covers is where they already stand; bounds of open coefficients are no premium
            boolean moves = step.path("before").isString()
                    && !step.path("subject").asString().equals(SUM);
            if (moves && !register.contains(":")) {
                BigDecimal change = new BigDecimal(step.path("after").asString())
                        .subtract(new BigDecimal(step.path("before").asString()));
                changes.merge(step.path("subject").asString(), change, BigDecimal::add);
            }
        }
        List<Bar> bars = bars(changes, rank);
        addTaxOnTop(bars, record.path("result").path("vat"));
        return new Waterfall(bars);
    }

    /** The running sum stays exact and only what is shown is rounded: it never strays from the record by more than half a fen. */
    private static List<Bar> bars(Map<String, BigDecimal> changes, ToIntFunction<String> rank) {
        List<Bar> bars = new ArrayList<>();
        BigDecimal exact = BigDecimal.ZERO;
        BigDecimal shown = fen(exact);
        List<String> subjects =
                changes.keySet().stream().sorted(Comparator.comparingInt(rank)).toList();
        for (String subject : subjects) {
            exact = exact.add(changes.getOrDefault(subject, BigDecimal.ZERO));
            BigDecimal next = fen(exact);
            if (next.compareTo(shown) != 0) {
                bars.add(new Bar(subject, shown, next));
            }
            shown = next;
        }
        return bars;
    }

    /** A tax that the rates do not contain moves no register of the premium; it comes last. */
    private static void addTaxOnTop(List<Bar> bars, JsonNode vat) {
        if (vat.isObject() && !vat.path("includedInRates").asBoolean(true)) {
            bars.add(new Bar(
                    VAT,
                    new BigDecimal(vat.path("net").asString()),
                    new BigDecimal(vat.path("gross").asString())));
        }
    }

    private static BigDecimal fen(BigDecimal exact) {
        return exact.setScale(FEN_DECIMALS, RoundingMode.HALF_UP);
    }
}
