package org.panbao.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import tools.jackson.databind.JsonNode;

/**
 * How a premium comes about, from the base premium to what is paid, all covers together. Every bar is the sum of what
 * the steps of one subject moved, so the bars add up to the total exactly.
 */
record Waterfall(List<Bar> bars) {

    private static final String SUM = "SUM";

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
        return new Waterfall(bars(changes, rank));
    }

    private static List<Bar> bars(Map<String, BigDecimal> changes, ToIntFunction<String> rank) {
        List<Bar> bars = new ArrayList<>();
        BigDecimal running = BigDecimal.ZERO;
        List<String> subjects =
                changes.keySet().stream().sorted(Comparator.comparingInt(rank)).toList();
        for (String subject : subjects) {
            BigDecimal change = changes.getOrDefault(subject, BigDecimal.ZERO);
            BigDecimal next = running.add(change);
            if (change.signum() != 0) {
                bars.add(new Bar(subject, running, next));
            }
            running = next;
        }
        return bars;
    }
}
