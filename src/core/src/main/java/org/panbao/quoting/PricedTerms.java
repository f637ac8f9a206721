package org.panbao.quoting;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Finding;
import org.panbao.rating.RatingInput;
import org.panbao.rulebook.Parameter;

/**
 * What is priced, and how it differs from what the plan asked for.
 *
 * @param asked by parameter, or {@code PARAMETER@COVER}: the plan's wish in whose place a filed neighbour was taken; with its
 *     field where the product has no such term and its default stands
 * @param warnings what the plan asked for and did not get as it stands
 */
record PricedTerms(RatingInput input, Map<String, String> asked, List<Finding> warnings) {

    PricedTerms {
        asked = Map.copyOf(asked);
        warnings = List.copyOf(warnings);
    }

    /** The same terms with the wishes that they do not carry. */
    PricedTerms with(UnheardWishes unheard) {
        Map<String, String> all = new HashMap<>(unheard.asked());
        all.putAll(asked);
        return new PricedTerms(
                input,
                all,
                Stream.concat(warnings.stream(), unheard.warnings().stream()).toList());
    }

    /** How a parameter is named in {@link #asked}. */
    static String key(Parameter parameter, @Nullable String cover) {
        return cover == null ? parameter.id() : parameter.id() + "@" + cover;
    }
}
