package org.panbao.rating;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the premium of one insured of a schedule is asked for; what all insureds share stands in the {@link RatingInput}.
 *
 * @param insured id of the insured
 * @param covers parameters of each cover, by cover id
 * @param parameters parameters of the product that are this insured's own
 * @param term how long this insured is covered
 * @param controlEffectivenessPercent 0 to 100; null when no score is known
 * @param place JSON pointer of the insured, where its term is told; null when there is no such place
 */
public record InsuredInput(
        String insured,
        Map<String, Map<String, InputValue>> covers,
        Map<String, InputValue> parameters,
        Term term,
        @Nullable BigDecimal controlEffectivenessPercent,
        @Nullable String place) {

    public InsuredInput {
        covers = RatingInput.copyOf(covers);
        parameters = RatingInput.ordered(parameters);
    }
}
