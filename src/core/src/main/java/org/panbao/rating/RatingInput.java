package org.panbao.rating;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a premium is asked for.
 *
 * @param covers parameters of each wanted cover, by cover id
 * @param parameters parameters of the product; a cover parameter given here holds for every cover that has it
 * @param choices by coefficient id, or {@code COEFFICIENT@COVER} for one cover alone
 * @param controlEffectivenessPercent what places management-quality rows, 0 to 100; null when no score is known
 * @param useStandingChoices whether the product's standing choices fill what nobody chose
 */
public record RatingInput(
        Map<String, Map<String, InputValue>> covers,
        Map<String, InputValue> parameters,
        Map<String, Choice> choices,
        Term term,
        @Nullable BigDecimal controlEffectivenessPercent,
        boolean useStandingChoices) {

    public RatingInput {
        Map<String, Map<String, InputValue>> copy = new LinkedHashMap<>();
        covers.forEach((cover, values) -> copy.put(cover, Collections.unmodifiableMap(new LinkedHashMap<>(values))));
        covers = Collections.unmodifiableMap(copy);
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        choices = Collections.unmodifiableMap(new LinkedHashMap<>(choices));
    }
}
