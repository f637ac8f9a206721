package org.panbao.quoting;

import java.util.List;
import java.util.Map;
import org.panbao.base.Finding;
import org.panbao.rating.RatingInput;

/**
 * What is priced, and how it differs from what the plan asked for.
 *
 * @param asked by parameter, or {@code PARAMETER@COVER}: the plan's wish in whose place a filed neighbour was taken
 * @param warnings what the plan asked for and did not get as it stands
 */
record PricedTerms(RatingInput input, Map<String, String> asked, List<Finding> warnings) {

    PricedTerms {
        asked = Map.copyOf(asked);
        warnings = List.copyOf(warnings);
    }
}
