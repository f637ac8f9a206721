package org.panbao.rating;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a premium is asked for.
 *
 * @param covers parameters of each wanted cover, by cover id; empty for a schedule, whose insureds have them
 * @param parameters parameters of the product; a cover parameter given here holds for every cover that has it. For a
 *     schedule only those that all insureds share
 * @param choices by coefficient id, or {@code COEFFICIENT@COVER} for one cover alone; {@code #INSURED} behind it for one
 *     insured alone
 * @param controlEffectivenessPercent what places management-quality rows, 0 to 100; null when no score is known
 * @param useStandingChoices whether the product's standing choices fill what nobody chose
 * @param insureds each a risk of its own; empty for a single risk
 */
public record RatingInput(
        Map<String, Map<String, InputValue>> covers,
        Map<String, InputValue> parameters,
        Map<String, Choice> choices,
        Term term,
        @Nullable BigDecimal controlEffectivenessPercent,
        boolean useStandingChoices,
        List<InsuredInput> insureds) {

    /** A single risk. */
    public RatingInput(
            Map<String, Map<String, InputValue>> covers,
            Map<String, InputValue> parameters,
            Map<String, Choice> choices,
            Term term,
            @Nullable BigDecimal controlEffectivenessPercent,
            boolean useStandingChoices) {
        this(covers, parameters, choices, term, controlEffectivenessPercent, useStandingChoices, List.of());
    }

    public RatingInput {
        covers = copyOf(covers);
        parameters = ordered(parameters);
        choices = Collections.unmodifiableMap(new LinkedHashMap<>(choices));
        // records kept before there were schedules have none
        insureds = List.copyOf(Objects.requireNonNullElse(insureds, List.of()));
    }

    /** One insured of the schedule as a single risk, without what it shares with the others. */
    RatingInput of(InsuredInput insured) {
        return new RatingInput(
                insured.covers(),
                insured.parameters(),
                choices,
                insured.term(),
                insured.controlEffectivenessPercent(),
                useStandingChoices);
    }

    /** Whether anything is to be priced. */
    public boolean hasCovers() {
        return !covers.isEmpty()
                || insureds.stream().anyMatch(insured -> !insured.covers().isEmpty());
    }

    static Map<String, Map<String, InputValue>> copyOf(Map<String, Map<String, InputValue>> covers) {
        Map<String, Map<String, InputValue>> copy = new LinkedHashMap<>();
        covers.forEach((cover, values) -> copy.put(cover, ordered(values)));
        return Collections.unmodifiableMap(copy);
    }

    static Map<String, InputValue> ordered(Map<String, InputValue> values) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
